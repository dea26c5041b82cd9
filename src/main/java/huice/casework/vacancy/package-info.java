/** Vacancies and fairs: entered, checked by a second person, shown to everybody, offered. */
@NullMarked
package huice.casework.vacancy;

import org.jspecify.annotations.NullMarked;

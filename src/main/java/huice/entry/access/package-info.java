/**
 * Who is at the door: sign-in by password, cookie or an identity provider, and how often; imports
 * what {@code entry} may import.
 */
@NullMarked
package huice.entry.access;

import org.jspecify.annotations.NullMarked;

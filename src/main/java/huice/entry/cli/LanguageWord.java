package huice.entry.cli;

import huice.explain.Language;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code zh}, {@code en} or {@code both}. */
final class LanguageWord implements ITypeConverter<Language> {
  @Override
  public Language convert(String word) {
    for (Language language : Language.values()) {
      if (language.name().toLowerCase(Locale.ROOT).equals(word)) {
        return language;
      }
    }
    throw new TypeConversionException("只能是 zh、en 或 both (one of zh, en, both)");
  }
}

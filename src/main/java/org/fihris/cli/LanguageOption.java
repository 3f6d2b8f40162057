package org.fihris.cli;

import org.fihris.query.LabelLanguage;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The language in which entities are shown. */
final class LanguageOption {

  @Option(
      names = "--lang",
      paramLabel = "ar|en",
      defaultValue = "ar",
      converter = Language.class,
      description = "The language of the labels of entities; default ${DEFAULT-VALUE}.")
  LabelLanguage language = LabelLanguage.ARABIC;

  /** Reads a language of labels. */
  static final class Language implements ITypeConverter<LabelLanguage> {
    @Override
    public LabelLanguage convert(String value) {
      return switch (value) {
        case "ar" -> LabelLanguage.ARABIC;
        case "en" -> LabelLanguage.ENGLISH;
        default ->
            throw new TypeConversionException(
                "'" + value + "' is no language of labels; known are ar and en");
      };
    }
  }
}

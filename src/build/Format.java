import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The build's formatter: {@code check} lists every badly formatted Java file under the given folder
 * and fails, {@code write} rewrites them. Run by Maven with google-java-format on the class path.
 */
public final class Format {
  private Format() {}

  public static void main(String[] args) throws IOException, FormatterException {
    boolean write = args[0].equals("write");
    Formatter formatter = new Formatter(JavaFormatterOptions.builder().build());
    List<Path> sources;
    try (Stream<Path> walk = Files.walk(Path.of(args[1]))) {
      sources = walk.filter(p -> p.toString().endsWith(".java")).sorted().toList();
    }
    int wrong = 0;
    for (Path source : sources) {
      String before = Files.readString(source);
      String imports = RemoveUnusedImports.removeUnusedImports(before);
      imports = ImportOrderer.reorderImports(imports, JavaFormatterOptions.Style.GOOGLE);
      String after = formatter.formatSource(imports);
      if (!before.equals(after)) {
        wrong++;
        if (write) {
          Files.writeString(source, after);
        }
        System.err.println((write ? "formatted " : "not formatted: ") + source);
      }
    }
    if (wrong > 0 && !write) {
      System.err.println("Run: mvn process-sources -Dformat=write");
      System.exit(1);
    }
  }
}

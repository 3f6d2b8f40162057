import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Compiles the templates of the search page into classes of the package of what they show, so that
 * this can stay package-private. The Java that is made on the way stays out of the sources: nobody
 * writes it, so no rule for those who do is held against it. Run by Maven with the project's
 * classes and the template compiler on the class path.
 *
 * <p>Arguments: the folder of the templates, one to work in, the folder of the classes, the release
 * of Java to compile for.
 */
public final class Templates {
  private static final String PACKAGE = "org.fihris.page";

  private Templates() {}

  public static void main(String[] args) throws IOException {
    Path work = Path.of(args[1]);
    Path classes = Path.of(args[2]);
    TemplateEngine engine =
        TemplateEngine.create(
            new DirectoryCodeResolver(Path.of(args[0])),
            work,
            ContentType.Html,
            Templates.class.getClassLoader(),
            PACKAGE);
    engine.setTrimControlStructures(true);
    engine.setCompileArgs("--release", args[3]);
    List<String> classPath =
        List.of(System.getProperty("java.class.path").split(File.pathSeparator));
    engine.cleanAll();
    engine.precompileAll(classPath);
    try (Stream<Path> made = Files.walk(work)) {
      for (Path file : made.filter(p -> p.toString().endsWith(".class")).toList()) {
        Path target = classes.resolve(work.relativize(file));
        Files.createDirectories(target.getParent());
        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}

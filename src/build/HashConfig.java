import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fihris.config.IndexConfig;

/**
 * Notes the fingerprint of the tables that go into the jar, which would otherwise have to be read
 * whole in every start. Run by Maven with the project's classes on the class path.
 *
 * <p>Argument: the folder of the tables among the classes.
 */
public final class HashConfig {
  private HashConfig() {}

  public static void main(String[] args) throws IOException {
    Files.writeString(Path.of(args[0], "hash"), IndexConfig.packaged().hash());
  }
}

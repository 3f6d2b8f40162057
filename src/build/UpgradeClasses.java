import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Gives the classes of a jar the class-file version of Java 8 where they have that of Java 5 or
 * older, which Java's start-up cache refuses: they would be read and checked anew in every start.
 * Their code stays as it is; what is added are the stack maps that newer versions hold. Whatever
 * else the jar holds stays too. Can go when the library comes in newer classes, or when every Java
 * that Fihris runs on caches old ones. Run by Maven with ASM and the jar on the class path.
 *
 * <p>Argument: the jar, which is replaced if it holds such classes.
 */
public final class UpgradeClasses {
  private static final int OLDEST_CACHED = Opcodes.V1_6;

  private UpgradeClasses() {}

  public static void main(String[] args) throws IOException {
    Path jar = Path.of(args[0]);
    Path work = Path.of(args[0] + ".new");
    boolean upgraded = false;
    try (ZipFile from = new ZipFile(jar.toFile());
        ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(work))) {
      to.setComment("Class files changed to those of Java 8 by Fihris (UpgradeClasses.java)");
      for (ZipEntry entry : Collections.list(from.entries())) {
        byte[] content = from.getInputStream(entry).readAllBytes();
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setLastModifiedTime(entry.getLastModifiedTime());
        to.putNextEntry(copy);
        if (isOld(entry, content)) {
          content = upgrade(content);
          upgraded = true;
        }
        to.write(content);
      }
    }
    if (upgraded) {
      Files.move(work, jar, StandardCopyOption.REPLACE_EXISTING);
    } else {
      Files.delete(work);
    }
  }

  private static boolean isOld(ZipEntry entry, byte[] content) {
    return entry.getName().endsWith(".class")
        && new ClassReader(content).readShort(6) < OLDEST_CACHED;
  }

  private static byte[] upgrade(byte[] content) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
    ClassVisitor newer =
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public void visit(
              int version,
              int access,
              String name,
              String signature,
              String parent,
              String[] types) {
            super.visit(Opcodes.V1_8, access, name, signature, parent, types);
          }
        };
    new ClassReader(content).accept(newer, 0);
    return writer.toByteArray();
  }
}

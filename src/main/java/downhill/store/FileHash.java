package downhill.store;

import downhill.words.Said;
import downhill.words.SaidIOException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of contents, in lower-case hexadecimal digits. */
public final class FileHash {
    private static final int BUFFER = 1 << 16;

    private FileHash() {
    }

    /** Of a file, read once from end to end; a pipe or a device, which may have no end, is not opened. */
    public static String of(Path file) throws IOException {
        return of(file, () -> { });
    }

    /** @param often called before each piece of the file; may throw to end it */
    public static String of(Path file, Runnable often) throws IOException {
        if (Destination.special(file)) {
            throw new SaidIOException(Said.of("data.device"));
        }
        MessageDigest digest = digest();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                often.run();
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Of bytes. */
    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

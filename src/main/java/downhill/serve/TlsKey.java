package downhill.serve;

import downhill.words.RefusedException;
import downhill.words.Said;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Collections;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** The key and certificate that a server shows, from a PKCS #12 file. */
public final class TlsKey {
    private final SSLContext context;

    private TlsKey(SSLContext context) {
        this.context = context;
    }

    SSLContext context() {
        return context;
    }

    /**
     * Reads them.
     *
     * @param password file with the password as its one line; null for none
     * @throws RefusedException of one sentence where that cannot be
     */
    public static TlsKey read(Path file, Path password) {
        byte[] content = content(file);
        char[] secret = password == null ? new char[0] : secret(password);
        try (InputStream in = new ByteArrayInputStream(content)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, secret);
            if (!hasKey(keys)) {
                throw new RefusedException(Said.of("serve.tls.none", file));
            }
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, secret);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return new TlsKey(context);
        } catch (IOException | GeneralSecurityException wrong) {
            throw new RefusedException(Said.of("serve.tls", file), wrong);
        } finally {
            Arrays.fill(secret, ' ');
        }
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new RefusedException(Said.of("serve.tls.file", file), unreadable);
        }
    }

    private static boolean hasKey(KeyStore keys) throws GeneralSecurityException {
        for (String alias : Collections.list(keys.aliases())) {
            if (keys.isKeyEntry(alias)) {
                return true;
            }
        }
        return false;
    }

    private static char[] secret(Path file) {
        try {
            return Files.readString(file).strip().toCharArray();
        } catch (IOException unreadable) {
            throw new RefusedException(Said.of("serve.tls.password", file), unreadable);
        }
    }
}

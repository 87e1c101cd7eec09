package downhill.serve;

import downhill.words.RefusedException;
import downhill.words.Said;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.Set;

/** Who may ask: those with the token, or where there is none, programs and pages of this machine. */
public final class Access {
    private static final int SHORTEST = 16;
    private static final int LONGEST = 4096;
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String BEARER = "Bearer ";

    private final byte[] token;

    private Access(byte[] token) {
        this.token = token;
    }

    /** For this machine alone. */
    public static Access ofThisMachine() {
        return new Access(null);
    }

    /**
     * With the token of a file: its one line.
     *
     * @throws RefusedException where it is none, or one that can be guessed
     */
    public static Access of(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
                throw new RefusedException(Said.of("serve.token.file", file));
            }
            String text = Files.readString(file).strip();
            if (!isLong(text)) {
                throw new RefusedException(Said.of("serve.token.short", file, SHORTEST));
            }
            return new Access(hash(text));
        } catch (IOException unreadable) {
            throw new RefusedException(Said.of("serve.token.file", file), unreadable);
        }
    }

    /**
     * With a token that a person typed.
     *
     * @throws RefusedException where it is one that can be guessed
     */
    public static Access of(String token) {
        if (!isLong(token)) {
            throw new RefusedException(Said.of("serve.token.weak", SHORTEST));
        }
        return new Access(hash(token));
    }

    private static boolean isLong(String text) {
        return text.length() >= SHORTEST && text.length() <= LONGEST && text.chars().allMatch(c -> c > ' ' && c < 127);
    }

    /** Whether a token is asked for. */
    public boolean asksForToken() {
        return token != null;
    }

    /**
     * Lets a request in, or not.
     *
     * @param authorization header, or null
     * @param host          header, or null
     * @param origin        header, or null
     * @throws RequestException with 401 or 403
     */
    void check(String authorization, String host, String origin) {
        if (origin != null && !origin.equals("http://" + host) && !origin.equals("https://" + host)) {
            throw new RequestException(403, Said.of("serve.origin"));
        }
        if (token == null && !isHere(host)) {
            throw new RequestException(403, Said.of("serve.host"));
        }
        if (token != null && !isRight(authorization)) {
            throw new RequestException(401, Said.of("serve.token"));
        }
    }

    /** A page of elsewhere can have its own name lead to this machine, but then it is that name that is asked for. */
    private static boolean isHere(String host) {
        return host != null && name(host).filter(HERE::contains).isPresent();
    }

    private static Optional<String> name(String host) {
        try {
            return Optional.ofNullable(URI.create("http://" + host).getHost());
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** Takes as long for every token. */
    private boolean isRight(String authorization) {
        boolean bearer = authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return MessageDigest.isEqual(token, hash(bearer ? authorization.substring(BEARER.length()).strip() : ""));
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java has SHA-256", absent);
        }
    }
}

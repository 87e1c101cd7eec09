package downhill.cli;

import java.nio.charset.Charset;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine;

/** Why a text cannot be the name of a file, with what to do. */
final class PathWords {
    private PathWords() {
    }

    /** An argument as a path. */
    static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            String sentence = sentence(e);
            throw new CommandLine.TypeConversionException(sentence.substring(0, sentence.length() - 1));
        }
    }

    /** The complaint in {@code failure} or in what led to it; null where there is none. */
    static InvalidPathException in(Throwable failure) {
        Throwable at = failure;
        for (int depth = 0; at != null && depth < 8; depth++, at = at.getCause()) {
            if (at instanceof InvalidPathException found) {
                return found;
            }
        }
        return null;
    }

    /** One sentence. Under LC_ALL=C Java knows no letters in the names of files but those of ASCII. */
    static String sentence(InvalidPathException e) {
        String shown = "\"" + e.getInput().replace('\0', '?') + "\"";
        boolean narrow = !Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8")).newEncoder().canEncode('数');
        boolean beyond = e.getInput().chars().anyMatch(c -> c > 127);
        return narrow && beyond ? shown + " cannot be read as the name of a file: the language settings of this terminal know letters of ASCII only. "
                + "Set LC_ALL=C.UTF-8 and try again." : shown + " is not a path: " + e.getReason() + ".";
    }
}

package downhill.cli;

import downhill.words.Said;
import java.nio.charset.Charset;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine;

/** Why a text cannot be the name of a file, with what to do. */
final class PathWords {
    private static final char LOST = '\uFFFD';

    private PathWords() {
    }

    /** An argument as a path. */
    static Path path(String text) {
        if (text.isEmpty()) {
            throw new CommandLine.TypeConversionException(text); // WrongCall says it
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            String sentence = sentence(e).toString();
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
    static Said sentence(InvalidPathException e) {
        String shown = e.getInput().replace('\0', '?');
        boolean narrow = isNarrow();
        boolean beyond = e.getInput().chars().anyMatch(c -> c > 127);
        return narrow && beyond ? Said.of("cli.path.ascii", shown) : Said.of("cli.path", shown, e.getReason());
    }

    /** Why an argument is not what was typed: where only letters of ASCII are known, Java reads a mark for each byte of the others. */
    static Optional<Said> lost(String... arguments) {
        return Arrays.stream(arguments).filter(argument -> argument.indexOf(LOST) >= 0 && isNarrow()).findFirst()
                .map(argument -> Said.of("cli.path.ascii", argument));
    }

    private static boolean isNarrow() {
        return !Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8")).newEncoder().canEncode('数');
    }
}

package downhill.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A Python that has PyTorch, where there is one: a system's own often has, one that lies before it on the path may not. */
public final class PythonWithTorch {
    private static Optional<String> found;

    private PythonWithTorch() {
    }

    /** Whether there is one. */
    public static synchronized boolean isAtHand() {
        if (found == null) {
            found = Stream.of("python3", "/usr/bin/python3").filter(PythonWithTorch::has).findFirst();
        }
        return found.isPresent();
    }

    /** Its name; where there is one. */
    public static String program() {
        return found.orElseThrow();
    }

    /** Without loading it, which takes seconds. */
    private static boolean has(String python) {
        String looks = Template.of("has_torch.py.txt").text().strip();
        try {
            return new ProcessBuilder(python, "-c", looks).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException none) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The lines that a script prints. */
    public static List<String> run(Path folder, String script, String... arguments) throws IOException, InterruptedException {
        return lines(folder, script, 0, arguments);
    }

    /** The same of one that ends with this exit code. */
    public static List<String> lines(Path folder, String script, int code, String... arguments) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("script.py"), script);
        List<String> call = Stream.concat(Stream.of(found.orElseThrow(), file.toString()), Stream.of(arguments)).toList();
        Process process = new ProcessBuilder(call).directory(folder.toFile()).redirectErrorStream(true).start();
        List<String> lines = process.inputReader().lines().toList();
        assertThat(process.waitFor()).as(String.join("\n", lines)).isEqualTo(code);
        return lines;
    }

    /** As Python prints it. */
    public static double number(String printed) {
        return switch (printed) {
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(printed);
        };
    }
}

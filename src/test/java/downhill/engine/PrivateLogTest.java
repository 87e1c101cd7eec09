package downhill.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import downhill.data.Visible;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class PrivateLogTest {
    private static final String STEERING = "\u001b\n\r\t\u0007\u009b\u0085\u2028\u202e\u2066\u200b\ufeff\ud800";

    @TempDir
    private Path folder;

    /** Written by the program's own configuration, in a folder that is not there yet. */
    private Path logged(Consumer<Logger> lines) throws Exception {
        Path log = folder.resolve("cache").resolve("downhill.log");
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.putProperty("downhill.log", log.toString());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(PrivateLog.class.getResource("/logback.xml"));
        lines.accept(context.getLogger("a"));
        context.stop();
        return log;
    }

    @Test
    void theLogAndItsFolderAreOpenToItsOwnerOnly() throws Exception {
        Path log = logged(line -> line.warn("said"));
        assertThat(Files.readString(log)).contains("said");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log.getParent()))).isEqualTo("rwx------");
    }

    /** Names of columns and files come from somebody else: in the message, in its arguments and in each failure below it. */
    @Test
    void nothingInTheLogSteersATerminalOrLooksLikeAnotherLine() throws Exception {
        String name = STEERING.codePoints().mapToObj(point -> "x" + Character.toString(point)).collect(Collectors.joining()) + "end";
        IllegalStateException failure = new IllegalStateException("outer " + name, new IOException("cause " + name));
        failure.addSuppressed(new IOException("beside " + name));
        String log = Files.readString(logged(line -> {
            line.warn("plain " + name);
            line.warn("argument {}", name);
            line.error("failed", failure);
        }));
        assertThat(log.codePoints().filter(point -> point != '\n' && point != '\t' && Visible.steers(point))).isEmpty();
        assertThat(log.lines()).filteredOn(line -> line.contains("end")).hasSize(5).allMatch(line -> line.contains("x[U+000A]x"));
        assertThat(log.lines()).anyMatch(line -> line.startsWith("\tat "));
        assertThat(log).contains("Caused by: java.io.IOException: cause").contains("Suppressed: java.io.IOException: beside");
    }
}

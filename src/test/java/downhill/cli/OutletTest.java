package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a command prints is all there, or it is said that it is not; whoever reads the first lines of it alone hears nothing. */
class OutletTest {
    /** Takes so many bytes, then fails as the system does. */
    private static OutputStream full(int room, String reason) {
        return new OutputStream() {
            private int left = room;

            @Override
            public void write(int value) throws IOException {
                if (left-- <= 0) {
                    throw new IOException(reason);
                }
            }
        };
    }

    private static Outlet printed(OutputStream to) {
        Outlet outlet = new Outlet(to);
        PrintWriter printer = new PrintWriter(new OutputStreamWriter(outlet, StandardCharsets.UTF_8), false);
        for (int i = 0; i < 3000; i++) {
            printer.println("row " + i);
        }
        printer.flush();
        return outlet;
    }

    @ParameterizedTest
    @CsvSource({"No space left on device, because the disk is full", "There is not enough space on the disk, because the disk is full",
        "Disk quota exceeded, because the disk is full", "Bad file descriptor, its output is closed", "Stream Closed, its output is closed",
        "Input/output error, could not be written"})
    void whatCouldNotBeWrittenIsSaid(String reason, String words) {
        for (int room : new int[] {0, 1, 9000}) {
            assertThat(printed(full(room, reason)).lost().orElseThrow().toString()).contains(words);
        }
    }

    @ParameterizedTest
    @CsvSource({"Broken pipe", "The pipe is being closed", "The pipe has been ended"})
    void whoReadsNoMoreHearsNothing(String reason) {
        assertThat(printed(full(20, reason)).lost()).isEmpty();
    }

    @Test
    void whatIsWholeIsWhole() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(printed(bytes).lost()).isEmpty();
        assertThat(bytes.toString(StandardCharsets.UTF_8)).endsWith("row 2999" + System.lineSeparator());
    }
}

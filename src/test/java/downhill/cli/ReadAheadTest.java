package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.data.csv.Block;
import downhill.data.csv.BlockListener;
import downhill.data.csv.ImportProblem;
import downhill.words.Said;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two threads tell what one would have told. */
class ReadAheadTest {
    /** Writes down what it is told; fails at a remark called "stop". */
    private static final class Notes implements BlockListener {
        private final List<String> told = new ArrayList<>();
        private final Thread owner = Thread.currentThread();

        private void note(String line) {
            assertThat(Thread.currentThread()).isSameAs(owner);
            told.add(line);
        }

        @Override
        public void begin(List<String> columns, Map<String, String> found) {
            note("begin " + columns + found);
        }

        @Override
        public void rows(Block block) {
            note("rows " + block);
        }

        @Override
        public void problem(ImportProblem problem) {
            note("problem " + problem);
        }

        @Override
        public void remark(Said sentence) {
            note(sentence.toString());
            if (sentence.toString().equals("stop")) {
                throw new IllegalStateException("stopped");
            }
        }
    }

    private final Notes notes = new Notes();

    @Test
    void allIsToldInItsOrderOnTheListenersThread() throws IOException {
        ReadAhead.read(listener -> {
            listener.begin(List.of("a"), Map.of("a", "b"));
            for (int i = 0; i < 50; i++) {
                listener.remark(Said.plain("" + i));
                listener.rows(null);
                listener.problem(null);
            }
        }, notes);
        List<String> wanted = new ArrayList<>(List.of("begin [a]{a=b}"));
        IntStream.range(0, 50).forEach(i -> wanted.addAll(List.of("" + i, "rows null", "problem null")));
        assertThat(notes.told).isEqualTo(wanted);
    }

    @Test
    void whatTheSourceThrowsComesAfterWhatItTold() {
        for (Exception failure : List.of(new IOException("broken"), new CancellationException("cancelled"))) {
            notes.told.clear();
            assertThatThrownBy(() -> ReadAhead.read(listener -> {
                listener.remark(Said.plain("one"));
                if (failure instanceof IOException broken) {
                    throw broken;
                }
                throw (RuntimeException) failure;
            }, notes)).isSameAs(failure);
            assertThat(notes.told).containsExactly("one");
        }
    }

    @Test
    void aListenerThatFailsEndsTheSource() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        assertThatThrownBy(() -> ReadAhead.read(listener -> {
            try {
                listener.remark(Said.plain("stop"));
                while (true) {
                    listener.remark(Said.plain("more"));
                }
            } finally {
                ended.countDown();
            }
        }, notes)).hasMessage("stopped");
        assertThat(ended.getCount()).as("the source is done before this returns").isZero();
        assertThat(notes.told).containsExactly("stop");
    }
}

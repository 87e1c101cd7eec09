package downhill.store;

import downhill.race.history.SavedTrack;
import downhill.words.Said;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Rows of numbers, bit for bit, in blocks of at most 4096: a block of equal numbers is one number, one of numbers that float32 can
 * hold (as all are that come from training in float32) has four bytes for each, any other eight.
 */
final class NumberBlocks {
    private static final int BLOCK = SavedTrack.CHUNK;
    private static final int EQUAL = 0;
    private static final int SINGLE = 1;
    private static final int DOUBLE = 2;

    private NumberBlocks() {
    }

    /** Writes them. */
    static final class Writer {
        private final DataOutputStream out;
        private final ByteBuffer bytes = ByteBuffer.allocate(8 * BLOCK);

        Writer(DataOutputStream out) {
            this.out = out;
        }

        /** Their number, then all of them. */
        void all(double[] numbers) throws IOException {
            out.writeInt(numbers.length);
            for (int from = 0; from < numbers.length; from += BLOCK) {
                block(numbers, from, Math.min(numbers.length, from + BLOCK));
            }
        }

        /** One block, whose length the reader knows. */
        void block(double[] numbers, int from, int to) throws IOException {
            int kind = kind(numbers, from, to);
            out.writeByte(kind);
            bytes.clear();
            for (int i = from; i < (kind == EQUAL ? Math.min(to, from + 1) : to); i++) {
                if (kind == SINGLE) {
                    bytes.putFloat((float) numbers[i]);
                } else {
                    bytes.putDouble(numbers[i]);
                }
            }
            out.write(bytes.array(), 0, bytes.position());
        }

        private static int kind(double[] numbers, int from, int to) {
            boolean equal = true;
            boolean single = true;
            for (int i = from; i < to && (equal || single); i++) {
                long bits = Double.doubleToRawLongBits(numbers[i]);
                equal &= bits == Double.doubleToRawLongBits(numbers[from]);
                single &= bits == Double.doubleToRawLongBits((float) numbers[i]);
            }
            if (equal) {
                return EQUAL;
            }
            return single ? SINGLE : DOUBLE;
        }
    }

    /** Reads them, within a limit of memory. */
    static final class Reader {
        private final DataInputStream in;
        private final byte[] bytes = new byte[8 * BLOCK];
        private long left;

        /** @param limit bytes of memory for all numbers together */
        Reader(DataInputStream in, long limit) {
            this.in = in;
            this.left = limit;
        }

        double[] all() throws IOException {
            int count = in.readInt();
            double[] numbers = room(count);
            for (int from = 0; from < count; from += BLOCK) {
                block(numbers, from, Math.min(count, from + BLOCK));
            }
            return numbers;
        }

        /** Room for so many numbers, if that many may still come. */
        double[] room(int count) throws IOException {
            if (count < 0) {
                throw new CourseReader.DamagedException(Said.of("numbers.negative"));
            }
            left -= 8L * count + 16;
            if (left < 0) {
                throw new CourseReader.TooLargeException();
            }
            return new double[count];
        }

        void block(double[] target, int from, int to) throws IOException {
            int kind = in.readByte();
            int size = kind == SINGLE ? 4 : 8;
            int count = kind == EQUAL ? Math.min(1, to - from) : to - from;
            if (kind != EQUAL && kind != SINGLE && kind != DOUBLE) {
                throw new CourseReader.DamagedException(Said.of("numbers.kind"));
            }
            in.readFully(bytes, 0, size * count);
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            for (int i = from; i < from + count; i++) {
                target[i] = kind == SINGLE ? buffer.getFloat() : buffer.getDouble();
            }
            if (kind == EQUAL && count == 1) {
                java.util.Arrays.fill(target, from + 1, to, target[from]);
            }
        }
    }
}

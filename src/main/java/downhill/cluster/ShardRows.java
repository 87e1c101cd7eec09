package downhill.cluster;

import downhill.data.RowValues;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Rows of a worker in the order in which they come, as numbers of eight bytes: few in memory, many in a temporary file of the worker's
 * machine, so that a worker may have more rows than its memory holds. What is read often is in the system's memory for files.
 */
final class ShardRows implements RowValues, Closeable {
    private final int size;
    private final long most;
    private double[] numbers;
    private int count;
    private Path path;
    private FileChannel file;

    /**
     * Without rows.
     *
     * @param size numbers of a row
     * @param most numbers that are kept in memory
     */
    ShardRows(int size, long most) {
        this.size = size;
        this.most = Math.min(most, Integer.MAX_VALUE / 2);
        this.numbers = new double[0];
    }

    /** Adds all rows of some. */
    void add(RowValues rows) {
        double[] values = rows.all();
        try {
            if (file == null && (long) count * size + values.length > most) {
                spill();
            }
            if (file == null) {
                int held = count * size;
                if (held + values.length > numbers.length) {
                    numbers = Arrays.copyOf(numbers, (int) Math.min(most, Math.max(held + values.length, 2L * numbers.length)));
                }
                System.arraycopy(values, 0, numbers, held, values.length);
            } else {
                append(values, values.length, (long) count * size);
            }
        } catch (IOException e) {
            throw failed(e);
        }
        count = Math.addExact(count, rows.count());
    }

    /** Forgets all but the first rows. */
    void keep(int rows) {
        count = rows;
    }

    private void spill() throws IOException {
        path = Files.createTempFile("downhill-rows", null);
        path.toFile().deleteOnExit();
        file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        append(numbers, count * size, 0);
        numbers = new double[0];
    }

    private void append(double[] values, int length, long place) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length * Double.BYTES);
        bytes.asDoubleBuffer().put(values, 0, length);
        long at = place * Double.BYTES;
        while (bytes.hasRemaining()) {
            at += file.write(bytes, at);
        }
    }

    private static RefusedException failed(IOException e) {
        return new RefusedException(Said.of("parts.store", Said.message(e)), e);
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void copy(int row, double[] target, int at) {
        if (file == null) {
            System.arraycopy(numbers, row * size, target, at, size);
        } else {
            read(row, size, target, at);
        }
    }

    @Override
    public void copy(int first, int rows, double[] target) {
        if (file == null) {
            System.arraycopy(numbers, first * size, target, 0, rows * size);
        } else {
            read(first, rows * size, target, 0);
        }
    }

    private void read(int row, int length, double[] target, int at) {
        ByteBuffer bytes = ByteBuffer.allocate(length * Double.BYTES);
        long place = (long) row * size * Double.BYTES;
        try {
            while (bytes.hasRemaining()) {
                int got = file.read(bytes, place + bytes.position());
                if (got < 0) {
                    throw new EOFException(path.toString());
                }
            }
        } catch (IOException e) {
            throw failed(e);
        }
        bytes.flip().asDoubleBuffer().get(target, at, length);
    }

    @Override
    public double value(int row, int place) {
        return row(row)[place];
    }

    @Override
    public RowValues pick(int... rows) {
        double[] picked = new double[rows.length * size];
        for (int i = 0; i < rows.length; i++) {
            copy(rows[i], picked, i * size);
        }
        return RowValues.of(picked, size);
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
            Files.deleteIfExists(path);
        }
    }
}

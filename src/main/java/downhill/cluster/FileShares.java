package downhill.cluster;

import downhill.data.DataException;
import downhill.words.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Shares files among workers: neighbours together, about as many bytes each. */
final class FileShares {
    private FileShares() {
    }

    /** At least one file in each share. */
    static List<ArrayList<String>> of(List<Path> files, int workers) {
        int count = Math.min(workers, files.size());
        long[] ends = new long[files.size()];
        long all = 0;
        for (int i = 0; i < ends.length; i++) {
            all += Math.max(1, size(files.get(i)));
            ends[i] = all;
        }
        List<ArrayList<String>> shares = new ArrayList<>();
        shares.add(new ArrayList<>());
        for (int i = 0; i < ends.length; i++) {
            int open = count - shares.size();
            boolean full = !last(shares).isEmpty() && ends[i] > (double) all * shares.size() / count;
            if (open > 0 && (full || ends.length - i == open)) {
                shares.add(new ArrayList<>());
            }
            last(shares).add(files.get(i).toAbsolutePath().toString());
        }
        return shares;
    }

    private static ArrayList<String> last(List<ArrayList<String>> shares) {
        return shares.get(shares.size() - 1);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new DataException(Said.of("data.unreadable", file, Said.message(e)), e);
        }
    }
}

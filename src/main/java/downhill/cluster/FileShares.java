package downhill.cluster;

import downhill.data.DataException;
import downhill.data.csv.FilePart;
import downhill.data.csv.PartSurvey;
import downhill.words.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** Shares files, or pieces of them, among workers: neighbours together, about as many bytes each. */
final class FileShares {
    /** Of what a worker has of all bytes, if all have as many: a file is cut that is so many times as long. */
    private static final double LONG = 1.5;

    private FileShares() {
    }

    /** At least one file in each share. */
    static List<ArrayList<String>> of(List<Path> files, int workers) {
        return of(files, FileShares::size, workers).stream()
                .map(share -> new ArrayList<>(share.stream().map(file -> file.toAbsolutePath().toString()).toList())).toList();
    }

    /** Long files are cut where rows begin, so that no worker has many more rows than others. */
    static List<ArrayList<FilePart>> pieces(List<PartSurvey> files, int workers) {
        double fair = (double) files.stream().mapToLong(PartSurvey::size).sum() / workers;
        List<FilePart> all = new ArrayList<>();
        for (PartSurvey file : files) {
            all.addAll(file.pieces(file.size() > LONG * fair ? (int) Math.ceil(file.size() / fair) : 1));
        }
        return of(all, FilePart::bytes, workers);
    }

    private static <T> List<ArrayList<T>> of(List<T> parts, ToLongFunction<T> bytes, int workers) {
        int count = Math.min(workers, parts.size());
        long[] ends = new long[parts.size()];
        long all = 0;
        for (int i = 0; i < ends.length; i++) {
            all += Math.max(1, bytes.applyAsLong(parts.get(i)));
            ends[i] = all;
        }
        List<ArrayList<T>> shares = new ArrayList<>();
        shares.add(new ArrayList<>());
        for (int i = 0; i < ends.length; i++) {
            int open = count - shares.size();
            boolean full = !last(shares).isEmpty() && ends[i] > (double) all * shares.size() / count;
            if (open > 0 && (full || ends.length - i == open)) {
                shares.add(new ArrayList<>());
            }
            last(shares).add(parts.get(i));
        }
        return shares;
    }

    private static <T> ArrayList<T> last(List<ArrayList<T>> shares) {
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

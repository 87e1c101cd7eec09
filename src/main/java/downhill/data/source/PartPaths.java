package downhill.data.source;

import downhill.data.DataException;
import downhill.data.NaturalOrder;
import downhill.words.Said;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Comparator;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** The files that are one table together: those of a folder, or those whose names fit a pattern such as {@code parts/2024-*.csv}. */
public final class PartPaths {
    private static final String USUAL = "*.{csv,tsv,txt,csv.gz,tsv.gz,txt.gz}";

    private PartPaths() {
    }

    /**
     * In natural order of their names, part-2 before part-10.
     *
     * @param pattern a folder, a file, or a folder with a pattern of names ({@code *}, {@code ?}, {@code {a,b}}) behind the last separator
     * @param folder  where a relative path starts
     * @return at least one
     * @throws DataException of one sentence where there are none
     */
    public static List<Path> of(String pattern, Path folder) {
        try {
            int last = Math.max(pattern.lastIndexOf('/'), pattern.lastIndexOf(File.separatorChar));
            String name = pattern.substring(last + 1);
            boolean several = name.chars().anyMatch(each -> "*?{[".indexOf(each) >= 0);
            Path parent = folder.resolve(several ? pattern.substring(0, Math.max(0, last)) : pattern);
            if (!several && !Files.isDirectory(parent)) {
                return List.of(parent);
            }
            return fitting(pattern, last == 0 && several ? Path.of("/") : parent, several ? name : USUAL);
        } catch (InvalidPathException | PatternSyntaxException e) {
            throw new DataException(Said.of("path.none", pattern, e.getMessage()), e);
        }
    }

    /** Whether it is a pattern that some file fits, or a folder. */
    public static boolean isPattern(String pattern, Path folder) {
        try {
            List<Path> files = of(pattern, folder);
            return files.size() > 1 || !files.get(0).equals(folder.resolve(pattern));
        } catch (DataException none) {
            return false;
        }
    }

    private static List<Path> fitting(String pattern, Path folder, String names) {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + names);
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files = all.filter(file -> Files.isRegularFile(file) && matcher.matches(file.getFileName()))
                    .sorted(Comparator.comparing(file -> file.getFileName().toString(), NaturalOrder.INSTANCE)).toList();
            if (files.isEmpty()) {
                throw new DataException(Said.of("parts.none", pattern));
            }
            return files;
        } catch (IOException e) {
            throw new DataException(Said.of("parts.none", pattern), e);
        }
    }
}

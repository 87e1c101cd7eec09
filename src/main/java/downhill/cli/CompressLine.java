package downhill.cli;

import downhill.compress.Smaller;

/**
 * What is told of a form of a model; names as in {@code --json}.
 *
 * @param bytes of its file, or of what its file would be
 * @param file  null where none was written
 */
record CompressLine(String name, long bytes, int parameters, long nonZero, double microsecondsBatch1, double microsecondsBatch256,
                    String metric, double value, double low, double high, String file) {
    static CompressLine of(Smaller form, long bytes, String metric, String file) {
        return new CompressLine(form.name(), bytes, form.parameters(), form.nonZero(), form.rows().alone(), form.rows().together(), metric,
                form.estimate().value(), form.estimate().low(), form.estimate().high(), file);
    }
}

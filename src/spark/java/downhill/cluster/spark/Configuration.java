package downhill.cluster.spark;

import downhill.words.RefusedException;
import downhill.words.Said;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;

/**
 * Settings of Spark: those of {@code spark-submit} (system properties that begin with {@code spark.}), then those of
 * {@code spark-defaults.conf} in the folder that {@code SPARK_CONF_DIR} names, then what this program needs.
 */
final class Configuration {
    /** Of the libraries on this program's class path, those that workers need and that Spark does not bring. */
    private static final Pattern SHIPPED = Pattern
            .compile("(downhill|nd4j|openblas|javacpp|flatbuffers|fastcsv|protobuf|jackson|guava|commons-math3)-.*\\.jar");
    /** Jackson of Spark itself. */
    private static final Pattern NOT_OURS = Pattern.compile("jackson-(module|datatype|dataformat)-.*|jackson-(core|databind)-2.*");
    private static final String LOOPBACK = "127.0.0.1";

    private Configuration() {
    }

    static SparkConf read() {
        SparkConf conf = new SparkConf();
        String folder = System.getenv("SPARK_CONF_DIR");
        Path file = folder == null ? null : Path.of(folder, "spark-defaults.conf");
        if (file == null || !Files.exists(file)) {
            return conf;
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new RefusedException(Said.of("spark.conf", file, Said.message(e)), e);
        }
        properties.stringPropertyNames().stream().filter(key -> key.startsWith("spark.")).forEach(key ->
                conf.setIfMissing(key, properties.getProperty(key).strip()));
        return conf;
    }

    /** With what this program needs. */
    static SparkConf settled(SparkConf conf, String master) {
        conf.setMaster(master).setIfMissing("spark.app.name", "Downhill").setIfMissing("spark.ui.enabled", "false")
                .setIfMissing("spark.ui.showConsoleProgress", "false");
        String plugins = conf.get("spark.plugins", "");
        conf.set("spark.plugins", plugins.isEmpty() ? TalkPlugin.class.getName() : plugins + "," + TalkPlugin.class.getName());
        if (master.startsWith("local") || master.contains("//" + LOOPBACK) || master.contains("//localhost")) {
            conf.setIfMissing("spark.driver.host", LOOPBACK).setIfMissing("spark.driver.bindAddress", LOOPBACK);
        }
        if (!master.startsWith("local") && !conf.contains("spark.jars") && !conf.contains("spark.executor.extraClassPath")) {
            conf.setJars(Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).filter(Configuration::isShipped)
                    .toArray(String[]::new));
        }
        return conf;
    }

    private static boolean isShipped(String path) {
        String name = Path.of(path).getFileName().toString();
        return SHIPPED.matcher(name).matches() && !NOT_OURS.matcher(name).matches();
    }
}

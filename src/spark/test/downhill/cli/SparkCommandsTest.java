package downhill.cli;

/** The commands on the files of a folder, by Spark within this program. */
class SparkCommandsTest extends SpreadCommandsTest {
    @Override
    String on(int workers) {
        return "local[" + workers + "]";
    }
}

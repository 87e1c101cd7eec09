package downhill.cluster;

/** Files split oddly, by Spark within this program: preparation and training are those of one machine that reads all rows in one file. */
class SparkTableTest extends SpreadTableTest {
    @Override
    Workforce workers(int count) {
        return Places.open("local[" + count + "]");
    }
}

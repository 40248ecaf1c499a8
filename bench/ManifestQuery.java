import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Answers a question in SQL about the table {@code manifest}, a row a line; run as one file: {@code java ManifestQuery.java FILE SQL}. */
final class ManifestQuery {
    public static void main(String[] args) {
        System.setProperty("log4j2.configurationFile", "tinct/spark/log4j2.properties");
        SparkSession spark = SparkSession.builder()
                .master("local[1]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", "1")
                .getOrCreate();
        spark.read().parquet(args[0]).createOrReplaceTempView("manifest");
        for (Row row : spark.sql(args[1]).collectAsList()) {
            System.out.println(row.mkString(","));
        }
        spark.stop();
    }
}

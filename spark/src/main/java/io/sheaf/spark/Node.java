package io.sheaf.spark;

import io.sheaf.engine.execute.ProcessTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.master.Master;
import org.apache.spark.deploy.worker.Worker;
import org.apache.spark.rpc.RpcEnv;
import scala.Option;
import scala.Tuple3;

/// A process of a standalone Spark on this machine. Not for people: `sheaf cluster up` starts it.
///
/// Ends when its standard input does, so that none outlives who started it.
final class Node {
  private static final String LOOPBACK = "127.0.0.1";

  private Node() {}

  /// Runs a master or a worker.
  ///
  /// @param args `master FILE`, which gets the master's address and the port of its page, or
  ///   `worker ADDRESS DIRECTORY`
  public static void main(String[] args) throws IOException {
    Thread.ofPlatform().daemon().name("parent").start(Node::endWithInput);
    if (args[0].equals("master")) {
      master(Path.of(args[1]));
    } else {
      String[] worker = {
        "--host", LOOPBACK, "--webui-port", "0", "--cores", "1", "--work-dir", args[2], args[1]
      };
      Worker.main(worker);
    }
  }

  /// On ports that are free.
  private static void master(Path told) throws IOException {
    Tuple3<RpcEnv, Object, Option<Object>> master =
        Master.startRpcEnvAndEndpoint(LOOPBACK, 0, 0, new SparkConf());
    Path aside = told.resolveSibling(told.getFileName() + ".part");
    Files.writeString(aside, master._1().address().toSparkURL() + " " + master._2());
    Files.move(aside, told, StandardCopyOption.ATOMIC_MOVE);
    master._1().awaitTermination();
  }

  private static void endWithInput() {
    try (InputStream in = System.in) {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException _) {
      // That is an end as well.
    }
    ProcessTree.endDescendants(ProcessHandle.current());
    Runtime.getRuntime().halt(0);
  }
}

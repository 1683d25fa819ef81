package org.ponens.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** One line for a file that cannot be read or written; a stack trace only for a defect of ours. */
final class FailureHandler implements IExecutionExceptionHandler {

  static final int FILE_FAILED = 3;

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed)
      throws Exception {
    IOException io =
        switch (failure) {
          case IOException e -> e;
          case UncheckedIOException e when e.getCause() != null -> e.getCause();
          default -> throw failure;
        };
    command.getErr().println("ponens: " + describe(io));
    return FILE_FAILED;
  }

  private static String describe(IOException failure) {
    return switch (failure) {
      case java.nio.file.NoSuchFileException e -> e.getFile() + ": no such file";
      case java.nio.file.AccessDeniedException e -> e.getFile() + ": permission denied";
      case java.nio.charset.CharacterCodingException e -> "the file is no UTF-8 text";
      default -> String.valueOf(failure.getMessage());
    };
  }
}

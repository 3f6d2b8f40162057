package org.fihris.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.fihris.NewsIndex;
import org.fihris.analysis.NewsAnalyzer;
import org.fihris.apitests.Testdata;
import org.fihris.article.PageExtractor;
import org.fihris.config.ConfigException;
import org.fihris.config.IndexConfig;
import org.fihris.corpus.Corpus;
import org.fihris.corpus.RawPage;
import org.fihris.corpus.ReadOptions;
import org.fihris.date.DateFinder;
import org.fihris.date.DateMention;
import org.fihris.date.PublicationDates;
import org.fihris.date.TimeFinder;
import org.fihris.entity.EntityEdits;
import org.fihris.entity.EntityLabels;
import org.fihris.entity.EntityRecogniser;
import org.fihris.entity.Gazetteer;
import org.fihris.index.FolderBeside;
import org.fihris.query.Interpretation;
import org.fihris.query.SearchRequest;
import org.fihris.query.Syntax;
import org.fihris.saved.SavedSearchesFile;
import org.fihris.search.NewsSearcher;
import org.fihris.suggest.SuggestRequest;

/** What takes in what strangers write. */
enum FuzzTarget {
  READERS {
    @Override
    void run(Parts parts, byte[] input) throws IOException {
      for (String name : List.of("page", "page.html")) {
        Path file = Files.write(parts.folder.resolve(name), input);
        ReadOptions options = ReadOptions.defaults().withMaxRecordBytes(100_000);
        List<RawPage> pages = new ArrayList<>();
        Corpus.of(List.of(file), options)
            .forEach(
                reading -> {
                  if (reading instanceof RawPage page) {
                    pages.add(page);
                  }
                });
        for (RawPage page : pages) {
          assertThat(parts.extractor.extract(page)).isNotEmpty();
        }
      }
    }
  },
  DATES {
    @Override
    void run(Parts parts, byte[] input) {
      String text = text(input);
      int end = 0;
      for (DateMention mention : new DateFinder().find(text, LocalDate.of(2024, 2, 29))) {
        assertThat(mention.start()).isGreaterThanOrEqualTo(end);
        end = mention.end();
      }
      new DateFinder().find(text, null);
      new TimeFinder().find(text);
      PublicationDates.ofMetadata(text);
      PublicationDates.ofDatelines(text.lines().filter(PublicationDates::isDateline).toList());
    }
  },
  QUERIES {
    @Override
    void run(Parts parts, byte[] input) {
      String text = text(input);
      for (Syntax syntax : Syntax.values()) {
        SearchRequest request =
            SearchRequest.of(text).withInterpretation(Interpretation.USUAL.withSyntax(syntax));
        assertThat(parts.searcher.search(request).total()).isNotNegative();
      }
      assertThat(parts.searcher.help(SearchRequest.of(text))).isNotNull();
      assertThat(parts.searcher.suggest(SuggestRequest.of(text))).isNotNull();
    }
  },
  ANALYSIS {
    @Override
    void run(Parts parts, byte[] input) {
      String text = text(input);
      assertThat(parts.analyzer.trace(text)).isNotEmpty();
      parts.analyzer.levelledText().setText(text);
      assertThat(parts.recogniser.recognise(text)).isNotNull();
    }
  },
  CONFIG {
    @Override
    void run(Parts parts, byte[] input) throws IOException {
      String table =
          IndexConfig.FILES.get(Math.floorMod(Arrays.hashCode(input), IndexConfig.FILES.size()));
      Path folder = parts.folder.resolve("config");
      Path file = folder.resolve(table);
      Files.createDirectories(file.getParent());
      try {
        Files.write(file, input);
        IndexConfig config = IndexConfig.folder(folder);
        if (table.startsWith("entities")) {
          assertThat(Gazetteer.of(config)).isNotNull();
        } else if (table.matches("boilerplate.txt|repeated-lines.tsv|sources.tsv")) {
          assertThat(PageExtractor.of(config, parts.gazetteer)).isNotNull();
        } else {
          new NewsAnalyzer(config).close();
        }
      } catch (ConfigException e) {
        assertThat(e).hasMessageContaining(file.getFileName().toString());
      } finally {
        Files.delete(file);
      }
    }
  },
  EDITS {
    @Override
    void run(Parts parts, byte[] input) throws IOException {
      try {
        EntityEdits.parse("edits", text(input), parts.labels);
      } catch (ConfigException e) {
        assertThat(e).hasMessageContaining("edits");
      }
      Files.write(parts.folder.resolve(SavedSearchesFile.NAME), input);
      assertThat(new SavedSearchesFile(new FolderBeside(parts.folder)).inForce().searches())
          .isNotNull();
    }
  };

  abstract void run(Parts parts, byte[] input) throws IOException;

  String folder() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static String text(byte[] input) {
    return new String(input, StandardCharsets.UTF_8);
  }

  /** The engine, built once. */
  static final class Parts {
    private final Path folder;
    private final NewsSearcher searcher;
    private final PageExtractor extractor;
    private final NewsAnalyzer analyzer;
    private final Gazetteer gazetteer;
    private final EntityRecogniser recogniser;
    private final EntityLabels labels;

    Parts(Path folder) {
      this.folder = folder;
      IndexConfig config = IndexConfig.packaged();
      NewsIndex index = Testdata.index(folder.resolve("news.idx"));
      searcher = index.searcher();
      gazetteer = Gazetteer.of(config);
      extractor = PageExtractor.of(config, gazetteer);
      analyzer = new NewsAnalyzer(config);
      recogniser = new EntityRecogniser(gazetteer);
      labels = EntityLabels.of(config);
    }

    void close() {
      searcher.close();
      analyzer.close();
    }
  }
}

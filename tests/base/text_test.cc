// UTF-8, folding, slugs, hashes, distances, language tags.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/base/text.h"

#include <array>
#include <vector>

#include "tests/catch.h"

using namespace pinakes;

TEST_CASE("ill-formed UTF-8 is found where it starts") {
  CHECK(find_invalid_utf8("") == std::string_view::npos);
  CHECK(find_invalid_utf8("plain ascii, longer than eight") == std::string_view::npos);
  CHECK(find_invalid_utf8("h\xC3\xB4pital \xE2\x82\xAC \xF0\x9F\x98\x80") ==
        std::string_view::npos);
  CHECK(find_invalid_utf8("h\xF4pital") == 1);           // Latin-1
  CHECK(find_invalid_utf8("0123456789\xC0\x80") == 10);  // overlong NUL
  CHECK(find_invalid_utf8("\xE0\x80\x80") == 0);         // overlong
  CHECK(find_invalid_utf8("a\xED\xA0\x80") == 1);        // surrogate
  CHECK(find_invalid_utf8("ab\xF4\x90\x80\x80") == 2);   // above U+10FFFF
  CHECK(find_invalid_utf8("abc\xE2\x82") == 3);          // cut short
  CHECK(find_invalid_utf8("\x80") == 0);
  CHECK(find_invalid_utf8("\xEF\xBF\xBF\xF4\x8F\xBF\xBF") == std::string_view::npos);
}

TEST_CASE("code points go to bytes and back") {
  for (const char32_t c :
       {0x0U, 0x41U, 0x7FU, 0x80U, 0x7FFU, 0x800U, 0xFFFDU, 0x10000U, 0x10FFFFU}) {
    std::string bytes;
    append_utf8(bytes, c);
    CHECK(find_invalid_utf8(bytes) == std::string_view::npos);
    std::size_t at = 0;
    CHECK(next_code_point(bytes, at) == c);
    CHECK(at == bytes.size());
  }
  std::size_t at = 0;
  CHECK(next_code_point("\xF4x", at) == 0xFFFD);
  CHECK(at == 1);
}

TEST_CASE("folding removes case, accents and ligatures") {
  CHECK(fold("Hôpital ÉLÈVE") == "hopital eleve");
  CHECK(fold("cœur ŒDÈME Straße STRASSE") == "coeur oedeme strasse strasse");
  CHECK(fold("Łódź Øre đak ÆGIR Þór Iıİ") == "lodz ore dak aegir thor iii");
  CHECK(fold("ĦAL Ŧ ŋ ĳ") == "hal t n ij");
  CHECK(fold("Υγεία ΣΊΣΥΦΟΣ") == "υγεια σισυφοσ");
  CHECK(fold("Здравей Йод") == "здравеи иод");
  CHECK(fold("ﬁnance № ２０２４") == "finance no 2024");
  CHECK(fold("l’hôpital") == "l'hopital");
  CHECK(fold("e\xCC\x81t\xC3\xA9") == "ete");  // decomposed and composed
  CHECK(fold("ẞ ế") == "ss e");
  CHECK(fold("कि") == "कि");  // a vowel sign is not an accent
  CHECK(fold("a\xFF"
             "b") ==
        "a\xEF\xBF\xBD"
        "b");
}

TEST_CASE("the table of Latin letters agrees with ICU") {
  // A letter next to one outside the table is folded by ICU; alone, by the table.
  for (char32_t c = 0xC0; c < 0x180; ++c) {
    std::string letter;
    append_utf8(letter, c);
    INFO("U+" << std::hex << static_cast<unsigned>(c));
    // U+1E02 (B with dot) starts a run that goes to ICU whole.
    CHECK(fold("\xE1\xB8\x82" + letter) == "b" + fold(letter));
  }
}

TEST_CASE("slugs are short, ASCII, and cut at a word") {
  CHECK(slug("Registre des infarctus (Côte-d'Or)") == "registre-des-infarctus-cote-d-or");
  CHECK(slug("  --  ").empty());
  CHECK(slug("") == "");
  CHECK(slug("Здраве") == "zdrave");
  CHECK(slug("Υγεία") == "ygeia");
  CHECK(slug("one two three", 8) == "one-two");
  CHECK(slug("one two three", 7) == "one-two");
  CHECK(slug("abcdefghij", 4) == "abcd");
  const std::string cut = slug(std::string(200, 'a'));
  CHECK(cut.size() == 60);
}

TEST_CASE("SHA-256 gives the published digests") {
  CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(sha256_hex(std::string(1'000'000, 'a')) ==
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("the nearest name is the one a typist meant") {
  CHECK(edit_distance("", "abc") == 3);
  CHECK(edit_distance("kitten", "sitting") == 3);
  CHECK(edit_distance("thme", "theme") == 1);
  CHECK(edit_distance("tehme", "theme") == 1);
  const std::vector<std::string> names = {"theme", "title", "publisher"};
  CHECK(nearest("theem", names) == "theme");
  CHECK(nearest("publsher", names) == "publisher");
  CHECK(nearest("zzzzzz", names).empty());
}

TEST_CASE("language tags tell a machine translation from a variety") {
  const auto check = [](std::string_view tag, std::string_view primary, std::string_view from) {
    const LanguageTag read = parse_language_tag(tag);
    INFO(tag);
    CHECK(read.primary == primary);
    CHECK(read.translated_from == from);
  };
  check("", "", "");
  check("fr", "fr", "");
  check("fr-BE", "fr", "");
  check("FR", "fr", "");
  check("fr-t-nl", "fr", "nl");
  check("nl-t-fr-t0-mtec", "nl", "fr");
  check("en-GB-t-de-at-m0-true", "en", "de");
  check("fr-t-m0-undefined", "fr", "");
  check("en-x-t-fr", "en", "");
  check("sr-Latn-RS", "sr", "");
  check("und", "", "");
  check("fr-t", "fr", "");
}

TEST_CASE("trimming removes white space at both ends") {
  CHECK(trim("  a b \n") == "a b");
  CHECK(trim(" \t ").empty());
}

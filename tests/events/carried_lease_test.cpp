#include "sync/events/carried_lease.hpp"

#include "sync/events/base32.hpp"

#include "tests/support/catch.hpp"

using namespace guitai;

namespace {

const CarriedQuestion asked{3, 4, "5d41402abc4b2a76", 7, "F|甲", 120};
const PhoneMac mac{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20};

std::string question_text()
{
    return with_signature(carried_text(carried_question_mark, words_of(asked)), mac);
}

} // namespace

TEST_CASE("bytes written in base 32 read back the same, and only so")
{
    for (std::size_t length{0}; length < 20; ++length) {
        const std::string bytes(length, '\xA7');
        CHECK(bytes_of_base32(base32(bytes)) == bytes);
    }
    CHECK(base32(std::string_view{"foobar"}) == "MZXW6YTBOI"); // RFC 4648, section 10.
    CHECK_FALSE(bytes_of_base32("MZXW6YTBOJ"));                // A bit behind the last byte.
    CHECK_FALSE(bytes_of_base32("MZXW6YTBOIA"));               // A character that says nothing.
    CHECK_FALSE(bytes_of_base32("mzxw6"));
}

TEST_CASE("a question that a phone carries reads back the same, behind an address or a scanner's word of its kind")
{
    for (const std::string& before : {std::string{}, std::string{"HTTPS://SHOP.EXAMPLE/MY/L/"}, std::string{"]Q1"}}) {
        const auto read = read_carried(carried_question_mark, before + question_text());
        REQUIRE(read);
        CHECK(question_in(read->words) == asked);
        CHECK(read->is_signed_by(mac));
    }
    CHECK(carried_link("https://shop.example", "X") == "HTTPS://SHOP.EXAMPLE/MY/L/X");
}

TEST_CASE("a question is written with signs alone that every scanner types alike")
{
    const std::string text{question_text()};
    CHECK(text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.") == std::string::npos);
}

TEST_CASE("what was changed on the way is signed by nobody")
{
    std::string text{question_text()};
    text[8] = text[8] == 'A' ? 'B' : 'A';
    const auto read = read_carried(carried_question_mark, text);
    PhoneMac other{mac};
    other[19] = 0;
    // Who signs looks at the text, and that is another one now.
    CHECK((!read || read->text != carried_text(carried_question_mark, words_of(asked))));
    CHECK_FALSE(read_carried(carried_question_mark, question_text())->is_signed_by(other));
    CHECK_FALSE(read_carried(carried_question_mark, question_text() + "AAAAAAAA")->is_signed_by(mac));
    // It goes into an address and a page: no line of its own, no markup.
    CHECK_FALSE(read_carried(carried_question_mark, question_text() + "\r\nX: y"));
    CHECK_FALSE(read_carried(carried_question_mark, question_text() + "\"><b>"));
}

TEST_CASE("what is no question is not taken for one")
{
    for (const std::string& code : {std::string{}, std::string{"GTQ1"}, std::string{"GTQ1."}, std::string{"GTQ1.."},
                                    std::string{"GTQ1.AAAA"}, std::string{"XGTQ1.AAAA.AAAA"},
                                    std::string{"GTQ1.a!.B"}, std::string(5'000, 'G')}) {
        const auto read = read_carried(carried_question_mark, code);
        CHECK((!read || !question_in(read->words)));
    }
    CHECK_FALSE(looks_carried(carried_answer_mark, question_text()));
    CHECK_FALSE(question_in("1|2|3|4|generation"));
    CHECK_FALSE(question_in("1|2|x|4|generation|M1"));
    CHECK_FALSE(question_in("1|2|99999999999999999999|4|generation|M1"));
}

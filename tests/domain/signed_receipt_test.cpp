#include "terminal/domain/signed_receipt.hpp"
#include "sync/events/base32.hpp"
#include "sync/qr/qr.hpp"

#include "tests/support/catch.hpp"

using namespace guitai;
using namespace guitai::literals;

namespace {

SignedReceipt sample()
{
    SignedReceipt receipt{{{"S01"}, {"S01-71-000001"}, "2026-11-22", 181'800_fen}, {}};
    for (std::size_t at{0}; at < receipt.signature.size(); ++at) {
        receipt.signature[at] = static_cast<unsigned char>(at * 37 + 11);
    }
    return receipt;
}

} // namespace

TEST_CASE("a signed receipt is read back as it was written", "[domain][receipt]")
{
    const std::string text{signed_receipt_text(sample())};

    CHECK(text.substr(0, 40) == "GTR1.S01.S01-71-000001.20261122.181800.B");
    CHECK(text.size() == 39 + 103);
    REQUIRE(parse_signed_receipt(text));
    CHECK(*parse_signed_receipt(text) == sample());
    CHECK(looks_like_signed_receipt(text));

    SignedReceipt refund{sample()};
    refund.statement.total = -(50_fen);
    CHECK(*parse_signed_receipt(signed_receipt_text(refund)) == refund);
}

TEST_CASE("a phone is led to the head office by the QR, and a till reads the same receipt behind the address")
{
    const std::string text{signed_receipt_text(sample())};

    const std::string link{receipt_link("https://guitai.example:8443", text)};

    CHECK(link.starts_with("HTTPS://GUITAI.EXAMPLE:8443/MY/R/GTR1."));
    CHECK(looks_like_signed_receipt(link));
    CHECK(*parse_signed_receipt(link) == sample());
    CHECK(*parse_signed_receipt("HTTPS;&&GUITAI.EXAMPLE&MY&R&" + text) == sample()); // Of another keyboard.
    CHECK(receipt_link("", text) == text);
    CHECK(receipt_link("https://guitai.example", "").empty());
    CHECK_FALSE(looks_like_signed_receipt("X" + text));
    CHECK_FALSE(parse_signed_receipt(std::string(200, '/') + text).has_value());
}

TEST_CASE("base 32 is the world's", "[domain][receipt]")
{
    const auto text = [](std::string_view bytes) {
        return base32(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    };
    CHECK(text("").empty());
    CHECK(text("f") == "MY");
    CHECK(text("foobar") == "MZXW6YTBOI");
}

TEST_CASE("what is written any other way is no signed receipt", "[domain][receipt]")
{
    const std::string good{signed_receipt_text(sample())};
    const auto refusal = [](const std::string& text) {
        const auto read = parse_signed_receipt(text);
        return read ? "" : read.error().code;
    };
    CHECK(refusal(good).empty());
    CHECK(refusal(good + "A") == "receipt.qr_unreadable");
    CHECK(refusal(good.substr(0, good.size() - 1)) == "receipt.qr_unreadable");
    CHECK(refusal(good.substr(0, good.size() - 1) + "B") == "receipt.qr_unreadable"); // Bits behind the last byte.
    CHECK(refusal("GTR1.") == "receipt.qr_unreadable");
    CHECK(refusal("") == "receipt.qr_unreadable");
    for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
             {"GTR1", "GTR2"}, {".181800.", ".+181800."}, {".181800.", ".0181800."}, {".20261122.", ".2026112.2"},
             {".S01.", ".s01."}, {".S01.", "..S01."}, {".181800.", ".999999999999999999999."}}) {
        std::string wrong{good};
        wrong.replace(wrong.find(from), from.size(), to);
        INFO(wrong);
        CHECK(refusal(wrong) == "receipt.qr_unreadable");
    }
}

TEST_CASE("a code that a scanner could type wrong is not signed at all", "[domain][receipt]")
{
    CHECK(statement_text({{"店1"}, {"R1"}, "2026-11-22", {}}).empty());
    CHECK(statement_text({{"S.1"}, {"R1"}, "2026-11-22", {}}).empty());
    CHECK(statement_text({{"S01"}, {""}, "2026-11-22", {}}).empty());
    CHECK(statement_text({{"S01"}, {"R1"}, "", {}}).empty());
}

TEST_CASE("a QR code has its three corners and holds a signed receipt", "[domain][qr]")
{
    const QrCode code{qr_of(signed_receipt_text(sample()))};

    REQUIRE(code.side >= 21);
    REQUIRE(code.dark.size() == code.side * code.side);
    for (std::size_t at{0}; at < 7; ++at) {
        CHECK(code.is_dark(at, 0));
        CHECK(code.is_dark(code.side - 1 - at, 0));
        CHECK(code.is_dark(0, code.side - 1 - at));
    }
    CHECK(code.side <= 57); // At four dots each it is still narrower than 58 mm paper.
    CHECK(qr_of("").side == 0);
    CHECK(qr_of(std::string(5'000, 'x')).side == 0);
}

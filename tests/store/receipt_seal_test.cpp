#include "terminal/store/receipt_seal.hpp"

#include "tests/support/catch.hpp"

using namespace guitai;
using namespace guitai::literals;

namespace {

const ReceiptStatement sold{{"S01"}, {"S01-71-000001"}, "2026-11-22", 181'800_fen};

Device device_of(TillNumber till) { return {till, {"S01"}, {}, {}, false}; }

DeviceKey key_of(unsigned char fill)
{
    DeviceKey key{};
    key.fill(fill);
    return key;
}

} // namespace

TEST_CASE("a till knows its own receipts again, each time with the same signature", "[seal]")
{
    const TillReceiptSeal seal{key_of(1), device_of(71)};
    const std::string code{seal.sign(sold)};

    CHECK(code == seal.sign(sold));
    REQUIRE(parse_signed_receipt(code));
    CHECK(seal.check(*parse_signed_receipt(code)) == ReceiptProof::proven);
    REQUIRE(verify_receipt(code, seal.public_key()));
    CHECK(*verify_receipt(code, seal.public_key()) == sold);
}

TEST_CASE("a receipt that was tampered with is refused, whichever character it is", "[seal]")
{
    const TillReceiptSeal seal{key_of(1), device_of(71)};
    const std::string code{seal.sign(sold)};
    REQUIRE(!code.empty());

    for (std::size_t at{0}; at < code.size(); ++at) {
        for (const char other : {'0', '7', 'A', '.'}) {
            if (code[at] == other) continue;
            std::string forged{code};
            forged[at] = other;
            INFO(forged);
            CHECK(!verify_receipt(forged, seal.public_key()));
        }
    }
    std::string dearer{code};
    dearer.replace(dearer.find("181800"), 6, "981800");
    CHECK(verify_receipt(dearer, seal.public_key()).error().code == "receipt.forged");
    CHECK(seal.check(*parse_signed_receipt(dearer)) == ReceiptProof::forged);
}

TEST_CASE("another till's key proves nothing, and another till's receipt is not judged", "[seal]")
{
    const TillReceiptSeal seal{key_of(1), device_of(71)};
    const TillReceiptSeal other{key_of(2), device_of(72)};

    CHECK(verify_receipt(seal.sign(sold), other.public_key()).error().code == "receipt.forged");
    CHECK(other.check(*parse_signed_receipt(seal.sign(sold))) == ReceiptProof::other_till);
    CHECK(seal.sign({{"店"}, {"S01-71-000001"}, "2026-11-22", {}}).empty());
}

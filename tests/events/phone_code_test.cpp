#include "sync/events/phone_code.hpp"

#include "tests/support/catch.hpp"

#include <set>

using namespace guitai;

TEST_CASE("a signature becomes digits as RFC 4226 does it, behind the longer hash too")
{
    // The last half byte says where the four bytes stand: here at 10, as in section 5.4 of the RFC.
    PhoneMac mac{};
    mac[10] = 0x50;
    mac[11] = 0xef;
    mac[12] = 0x7f;
    mac[13] = 0x19;
    mac[31] = 0x5a;
    CHECK(digits_of(mac, 6) == "872921");
    CHECK(digits_of(mac, 8) == "57872921");
    CHECK(digits_of(PhoneMac{}, 8) == "00000000");
}

TEST_CASE("no two questions are signed as the same text")
{
    const PhoneQuestion one{71, "discount.line", 128, Money::from_minor(3'870), "4821"};
    std::set<std::string> texts{signed_request(one), signed_grant(one)};
    PhoneQuestion other{one};
    other.till = 72;
    texts.insert(signed_grant(other));
    other = one;
    other.action = "discount.lines";
    texts.insert(signed_grant(other));
    other = one;
    other.ticket = 129;
    texts.insert(signed_grant(other));
    other = one;
    other.amount = Money::from_minor(3'871);
    texts.insert(signed_grant(other));
    other = one;
    other.nonce = "4822";
    texts.insert(signed_grant(other));
    CHECK(texts.size() == 7);
}

TEST_CASE("digits are typed as they are read out")
{
    CHECK(typed_digits("4821 3307") == "48213307");
    CHECK(typed_digits("4821-3307") == "48213307");
    CHECK(typed_digits("4821x3307").empty());
    CHECK(typed_digits("").empty());
}

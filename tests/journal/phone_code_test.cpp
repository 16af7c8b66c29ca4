#include "sync/journal/phone_code.hpp"

#include "tests/support/catch.hpp"

#include <set>

using namespace guitai;
using namespace guitai::literals;

namespace {

PhoneSecret secret_of(unsigned char byte)
{
    PhoneSecret secret{};
    secret.fill(byte);
    return secret;
}

const PhoneQuestion question{"discount.line", "SJ2207-1", 20000_fen, "K7MX2Q"};

} // namespace

TEST_CASE("a phone code is eight digits and fits its question alone")
{
    const PhoneSecret secret{secret_of(7)};
    const std::string code{phone_code(secret, question)};
    CHECK(code.size() == phone_code_digits);
    CHECK(code.find_first_not_of("0123456789") == std::string::npos);
    CHECK(phone_code_fits(secret, question, code));
    CHECK(phone_code_fits(secret, question, code.substr(0, 4) + "-" + code.substr(4) + " "));

    PhoneQuestion other{question};
    other.amount = 20001_fen;
    CHECK_FALSE(phone_code_fits(secret, other, code));
    other = question;
    other.subject = "SJ2207-2";
    CHECK_FALSE(phone_code_fits(secret, other, code));
    other = question;
    other.action = "return.late";
    CHECK_FALSE(phone_code_fits(secret, other, code));
    other = question;
    other.challenge = "K7MX2R";
    CHECK_FALSE(phone_code_fits(secret, other, code));
    CHECK_FALSE(phone_code_fits(secret_of(8), question, code));
    for (const std::string& wrong : {std::string{}, code.substr(1), code + "0", std::string(8, '\0')}) {
        CHECK_FALSE(phone_code_fits(secret, question, wrong));
    }
}

TEST_CASE("a phone code is a part of HMAC-SHA256, as any authenticator can work it out")
{
    // printf 'discount.line|SJ2207-1|20000|K7MX2Q' | openssl dgst -sha256 -mac HMAC -macopt hexkey:0707…07
    CHECK(phone_code(secret_of(7), question) == "57783720");
}

TEST_CASE("a phone secret is told as 64 hex digits, and a challenge as people read it out")
{
    CHECK(read_phone_secret(hex_of(secret_of(0xa5))) == secret_of(0xa5));
    for (const char* const wrong : {"", "a5", "zz"}) CHECK_FALSE(read_phone_secret(wrong));
    CHECK_FALSE(read_phone_secret(std::string(66, 'a')));

    CHECK(typed_challenge("k7m-x2q") == "K7MX2Q");
    CHECK_FALSE(typed_challenge("K7MX2"));
    CHECK_FALSE(typed_challenge("K7MX|Q"));
}

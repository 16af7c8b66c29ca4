#include "sync/client/request_signer.hpp"

#include "tests/support/catch.hpp"

#include <sodium.h>

using namespace guitai;

namespace {

std::string header(const WireRequest& request, std::string_view name)
{
    for (const auto& [key, value] : request.headers) {
        if (key == name) return value;
    }
    return {};
}

bool verifies(const RequestSigner& signer, const WireRequest& request, const std::string& body)
{
    std::array<unsigned char, 32> key{};
    std::array<unsigned char, 64> signature{};
    sodium_hex2bin(key.data(), key.size(), signer.public_key().data(), 64, nullptr, nullptr, nullptr);
    const std::string hex{header(request, "Guitai-Signature")};
    sodium_hex2bin(signature.data(), signature.size(), hex.data(), hex.size(), nullptr, nullptr, nullptr);
    const std::string text{signed_text(request.method, request.target, header(request, "Guitai-Time"), body)};
    return crypto_sign_verify_detached(signature.data(), reinterpret_cast<const unsigned char*>(text.data()),
                                       text.size(), key.data()) == 0;
}

} // namespace

TEST_CASE("a signed request is known by the till's public key and one byte more is not", "[client]")
{
    const RequestSigner signer{std::array<unsigned char, 32>{7}};
    WireRequest request{.method = "POST", .target = "/v1/events", .body = "line\n"};

    signer.sign(request, 71, 1'700'000'000'000);

    CHECK(header(request, "Guitai-Till") == "71");
    CHECK(verifies(signer, request, "line\n"));
    CHECK_FALSE(verifies(signer, request, "line\n "));
    CHECK_FALSE(verifies(RequestSigner{std::array<unsigned char, 32>{8}}, request, "line\n"));
}

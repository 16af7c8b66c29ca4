// A till as the API sees it, and the door it knocks at.
#pragma once

#include "sync/office/api.hpp"
#include "tests/office/fresh_office.hpp"

#include <nlohmann/json.hpp>
#include <sodium.h>

#include <array>

namespace guitai::office::tests {

using Json = nlohmann::json;

inline std::string hex(const unsigned char* bytes, std::size_t size)
{
    std::string text(size * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes, size);
    text.pop_back();
    return text;
}

// A till as the API sees it: a key, a number, and requests signed with both.
class SigningTill {
public:
    explicit SigningTill(unsigned char seed)
    {
        std::array<unsigned char, crypto_sign_SEEDBYTES> bytes{};
        bytes.fill(seed);
        REQUIRE(sodium_init() >= 0);
        crypto_sign_seed_keypair(m_public.data(), m_secret.data(), bytes.data());
    }

    [[nodiscard]] std::string public_key() const { return hex(m_public.data(), m_public.size()); }

    [[nodiscard]] Request sign(std::string method, std::string target, std::string body = {}) const
    {
        Request request{std::move(method), std::move(target), {}, std::move(body), false};
        const std::string text{signed_text(request.method, request.target, "1795312800000", request.body)};
        std::array<unsigned char, crypto_sign_BYTES> mark{};
        crypto_sign_detached(mark.data(), nullptr, reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                             m_secret.data());
        request.headers["guitai-till"] = std::to_string(number);
        request.headers["guitai-time"] = "1795312800000";
        request.headers["guitai-signature"] = hex(mark.data(), mark.size());
        return request;
    }

    TillNumber number{0};

private:
    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> m_public{};
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> m_secret{};
};

// The API over a fresh office, writing at once.
struct Door {
    explicit Door(FreshOffice& office) : fresh{office}, writing{*office.office}, api{writing, office.clock, nullptr} {}

    Response send(const Request& request) { return api.handle(*fresh.connection, request); }

    Response enrol(const std::string& code, const SigningTill& till)
    {
        return send({"POST", "/v1/enrol", {}, Json{{"code", code}, {"public_key", till.public_key()}}.dump(), false});
    }

    std::string code()
    {
        database::Transaction open{*fresh.connection};
        auto made = make_enrol_code(*fresh.office, open, {"S01"});
        open.commit();
        REQUIRE(made.has_value());
        return *made;
    }

    Response ask(std::string method, std::string target, Role role = Role::office, std::string body = {})
    {
        database::Transaction open{*fresh.connection};
        const std::string token{make_token(*fresh.office, open, role, "test")};
        open.commit();
        return send(
            {std::move(method), std::move(target), {{"authorization", "Bearer " + token}}, std::move(body), false});
    }

    FreshOffice& fresh;
    WritingAtOnce writing;
    Api api;
};

} // namespace guitai::office::tests

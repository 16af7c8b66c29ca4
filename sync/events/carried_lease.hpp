// Points that a member's own phone fetches for a till whose line is down: the question that the till shows it, and the
// answer that it shows the till. Both are signed with the key that this till shares with the head office, and nobody
// between can change them. Only capitals, digits and signs that every scanner types alike. Pure form: who signs is
// somebody else's.
//
//   HTTPS://HOST/MY/L/GTQ1.<till, start, history, question, purse and points>.<signature>
//   GTA1.<the head office's event>.<signature>
#pragma once

#include "sync/events/ids.hpp"
#include "sync/events/phone_code.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace guitai {

inline constexpr std::string_view carried_question_mark{"GTQ1"};
inline constexpr std::string_view carried_answer_mark{"GTA1"};
// A code that a phone shows and a scanner still reads; a lease of very many small lots is longer.
inline constexpr std::size_t carried_bytes_max{2'400};

struct CarriedQuestion {
    TillNumber till{0};
    std::int64_t epoch{0};
    std::string generation{};
    std::int64_t ask{0};
    std::string account{};
    std::int64_t amount{0}; // Exactly so many.

    bool operator==(const CarriedQuestion&) const = default;
};

[[nodiscard]] std::string words_of(const CarriedQuestion& question);
[[nodiscard]] std::optional<CarriedQuestion> question_in(std::string_view words);

// What is signed of `words` …
[[nodiscard]] std::string carried_text(std::string_view mark, std::string_view words);
// … and how it is written with its signature.
[[nodiscard]] std::string with_signature(const std::string& text, const PhoneMac& mac);

struct Carried {
    std::string words{};
    std::string text{};      // That was signed.
    std::string signature{}; // That it claims.

    [[nodiscard]] bool is_signed_by(const PhoneMac& mac) const;
};

// Whether a scanned code claims to be one with that mark, well-formed or not; an address may stand before it.
[[nodiscard]] bool looks_carried(std::string_view mark, std::string_view code);
// Nothing where it is unreadable. Says nothing of whether the signature is right.
[[nodiscard]] std::optional<Carried> read_carried(std::string_view mark, std::string_view code);

// The question behind the address of the head office ("https://HOST"), in capitals.
[[nodiscard]] std::string carried_link(std::string_view member_site, std::string_view question);

} // namespace guitai

// A JSON text as a tree in which a number keeps its digits: 12.5 per cent is read
// from "12.5" and is never a binary fraction. Knows JSON and nothing of what the
// text is about; a text that says one key twice is no text it reads.
#pragma once

#include "sync/events/result.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guitai::pricing {

constexpr std::size_t document_bytes_max{64U << 20U};
constexpr std::size_t document_depth_max{16};

struct Node {
    enum class Kind { null, truth, number, text, list, table };

    Kind kind{Kind::null};
    bool truth{false};
    std::string text{};              // A text, or the digits of a number.
    std::vector<std::string> keys{}; // Of a table, one beside each of `items`.
    std::vector<Node> items{};

    [[nodiscard]] const Node* find(std::string_view key) const; // Null: a table without it, or no table.
    // A whole number written without point or exponent, nothing for anything else.
    [[nodiscard]] std::optional<std::int64_t> whole() const;
    // A number as hundredths; nothing where it has more than two decimals that count, or an exponent.
    [[nodiscard]] std::optional<std::int64_t> hundredths() const;

    void put(std::string key, Node value);

    bool operator==(const Node& other) const; // The order of keys does not count.
};

[[nodiscard]] Node text_node(std::string text);
[[nodiscard]] Node whole_node(std::int64_t number);
[[nodiscard]] Node truth_node(bool truth);
[[nodiscard]] Node list_node();
[[nodiscard]] Node table_node();

// Refuses document.unreadable (where), document.repeated_key (which) and document.too_large.
[[nodiscard]] Result<Node> read_document(std::string_view text);

// One line of JSON.
[[nodiscard]] std::string write_document(const Node& node);

} // namespace guitai::pricing

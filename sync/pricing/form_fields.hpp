// Reads one table of the promotion form field by field and remembers the first
// thing that is wrong, with its place. Knows the manner of the form (amounts,
// per cents, lists of words), not its meaning.
#pragma once

#include "sync/pricing/document.hpp"
#include "sync/pricing/promotion.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guitai::pricing {

// The first refusal of a whole reading; later ones are consequences of it.
class FirstFault {
public:
    void set(std::string code, std::string place)
    {
        if (!m_refusal) m_refusal = Refusal{std::move(code), std::move(place)};
    }
    [[nodiscard]] const std::optional<Refusal>& refusal() const { return m_refusal; }

private:
    std::optional<Refusal> m_refusal;
};

class FormFields {
public:
    // `node` lives longer than this. What is no table is a fault.
    FormFields(const Node& node, std::string place, FirstFault& fault);

    [[nodiscard]] std::string place_of(std::string_view key) const;
    // Marks the field as known; null where it is absent.
    const Node* take(std::string_view key);
    // The same, and its absence is a fault.
    const Node* need(std::string_view key);

    std::optional<std::int64_t> whole(std::string_view key, std::int64_t least, std::int64_t most);
    std::optional<Minor> amount(std::string_view key) { return whole(key, 0, form_amount_max); }
    std::optional<std::int64_t> percent(std::string_view key); // As basis points.
    std::optional<std::string> text(std::string_view key);     // Not empty.
    std::optional<bool> truth(std::string_view key);
    bool must_be_true(std::string_view key); // Absent: false. false itself is a fault.
    std::vector<std::string> words(std::string_view key);

    // Every field that nobody took is a fault.
    void end();
    void wrong(std::string_view key) { m_fault.set("promotion.bad_value", place_of(key)); }
    [[nodiscard]] std::size_t size() const { return m_node.keys.size(); }

private:
    const Node& m_node;
    std::string m_place;
    FirstFault& m_fault;
    std::vector<std::string> m_known;
};

} // namespace guitai::pricing

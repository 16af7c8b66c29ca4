#include "sync/pricing/form_fields.hpp"

#include <algorithm>

namespace guitai::pricing {

FormFields::FormFields(const Node& node, std::string place, FirstFault& fault)
    : m_node{node}, m_place{std::move(place)}, m_fault{fault}
{
    if (node.kind != Node::Kind::table) m_fault.set("promotion.bad_value", m_place);
}

std::string FormFields::place_of(std::string_view key) const
{
    return m_place.empty() ? std::string{key} : m_place + "." + std::string{key};
}

const Node* FormFields::take(std::string_view key)
{
    m_known.emplace_back(key);
    return m_node.find(key);
}

const Node* FormFields::need(std::string_view key)
{
    const Node* const node{take(key)};
    if (node == nullptr) m_fault.set("promotion.missing_field", place_of(key));
    return node;
}

std::optional<std::int64_t> FormFields::whole(std::string_view key, std::int64_t least, std::int64_t most)
{
    const Node* const node{take(key)};
    if (node == nullptr) return std::nullopt;
    const auto value = node->whole();
    if (value && *value >= least && *value <= most) return value;
    wrong(key);
    return std::nullopt;
}

std::optional<std::int64_t> FormFields::percent(std::string_view key)
{
    const Node* const node{take(key)};
    if (node == nullptr) return std::nullopt;
    const auto value = node->hundredths();
    if (value && *value <= whole_rate) return value;
    wrong(key);
    return std::nullopt;
}

std::optional<std::string> FormFields::text(std::string_view key)
{
    const Node* const node{take(key)};
    if (node == nullptr) return std::nullopt;
    if (node->kind == Node::Kind::text && !node->text.empty()) return node->text;
    wrong(key);
    return std::nullopt;
}

std::optional<bool> FormFields::truth(std::string_view key)
{
    const Node* const node{take(key)};
    if (node == nullptr) return std::nullopt;
    if (node->kind == Node::Kind::truth) return node->truth;
    wrong(key);
    return std::nullopt;
}

bool FormFields::must_be_true(std::string_view key)
{
    const auto value = truth(key);
    if (value && !*value) wrong(key);
    return value.value_or(false);
}

std::vector<std::string> FormFields::words(std::string_view key)
{
    std::vector<std::string> found;
    const Node* const node{take(key)};
    if (node == nullptr) return found;
    if (node->kind != Node::Kind::list || node->items.empty()) wrong(key);
    for (const Node& item : node->items) {
        if (item.kind != Node::Kind::text || item.text.empty()) wrong(key);
        found.push_back(item.text);
    }
    return found;
}

void FormFields::end()
{
    for (const std::string& key : m_node.keys) {
        if (std::find(m_known.begin(), m_known.end(), key) != m_known.end()) continue;
        m_fault.set("promotion.unknown_field", place_of(key));
    }
}

} // namespace guitai::pricing

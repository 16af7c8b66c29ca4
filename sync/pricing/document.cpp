#include "sync/pricing/document.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace guitai::pricing {
namespace {

// Builds the tree from the parser's calls. The first refusal stops it.
class Builder : public nlohmann::json_sax<nlohmann::json> {
public:
    Node root{};
    std::optional<Refusal> refusal{};

    bool null() override { return put({}); }
    bool boolean(bool value) override { return put(truth_node(value)); }
    bool number_integer(number_integer_t value) override { return put(whole_node(value)); }
    bool number_unsigned(number_unsigned_t value) override { return put(digits(std::to_string(value))); }
    bool number_float(number_float_t, const string_t& raw) override { return put(digits(raw)); }
    bool string(string_t& value) override { return put(text_node(std::move(value))); }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return open(table_node()); }
    bool end_object() override { return close(); }
    bool start_array(std::size_t) override { return open(list_node()); }
    bool end_array() override { return close(); }

    bool key(string_t& name) override
    {
        std::vector<std::string>& keys{m_open.back()->keys};
        if (std::find(keys.begin(), keys.end(), name) != keys.end()) {
            refusal = Refusal{"document.repeated_key", name};
            return false;
        }
        keys.push_back(std::move(name));
        return true;
    }

    bool parse_error(std::size_t at, const std::string&, const nlohmann::json::exception&) override
    {
        refusal = Refusal{"document.unreadable", "byte " + std::to_string(at)};
        return false;
    }

private:
    static Node digits(std::string text)
    {
        Node node;
        node.kind = Node::Kind::number;
        node.text = std::move(text);
        return node;
    }

    bool put(Node node)
    {
        if (m_open.empty()) {
            root = std::move(node);
        } else {
            m_open.back()->items.push_back(std::move(node));
        }
        return true;
    }

    bool open(Node node)
    {
        if (m_open.size() >= document_depth_max) {
            refusal = Refusal{"document.too_large", "more than " + std::to_string(document_depth_max) + " deep"};
            return false;
        }
        put(std::move(node));
        // A list does not grow while one of its items is open, so these stay where they are.
        m_open.push_back(m_open.empty() ? &root : &m_open.back()->items.back());
        return true;
    }

    bool close()
    {
        m_open.pop_back();
        return true;
    }

    std::vector<Node*> m_open;
};

nlohmann::json json_of(const Node& node)
{
    switch (node.kind) {
    case Node::Kind::null: return nullptr;
    case Node::Kind::truth: return node.truth;
    case Node::Kind::number: return node.whole() ? nlohmann::json(*node.whole()) : nlohmann::json(node.text);
    case Node::Kind::text: return node.text;
    case Node::Kind::list: {
        auto list = nlohmann::json::array();
        for (const Node& item : node.items) list.push_back(json_of(item));
        return list;
    }
    case Node::Kind::table: break;
    }
    auto table = nlohmann::json::object();
    for (std::size_t index{0}; index < node.items.size(); ++index) table[node.keys[index]] = json_of(node.items[index]);
    return table;
}

} // namespace

const Node* Node::find(std::string_view key) const
{
    const auto place = std::find(keys.begin(), keys.end(), key);
    return place == keys.end() ? nullptr : &items[static_cast<std::size_t>(place - keys.begin())];
}

std::optional<std::int64_t> Node::whole() const
{
    if (kind != Kind::number || text.empty() || text.size() > 19) return std::nullopt;
    const bool negative{text.front() == '-'};
    std::uint64_t value{0};
    for (const char c : std::string_view{text}.substr(negative ? 1 : 0)) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + static_cast<std::uint64_t>(c - '0');
    }
    if (value > 9'000'000'000'000'000'000ULL) return std::nullopt;
    const auto number = static_cast<std::int64_t>(value);
    return negative ? -number : number;
}

std::optional<std::int64_t> Node::hundredths() const
{
    if (kind != Kind::number || text.empty() || text.size() > 16) return std::nullopt;
    std::int64_t value{0};
    int decimals{-1};
    for (const char c : text) {
        if (c == '.' && decimals < 0) {
            decimals = 0;
            continue;
        }
        if (c < '0' || c > '9') return std::nullopt;
        if (decimals >= 2) {
            if (c != '0') return std::nullopt;
            continue;
        }
        value = value * 10 + (c - '0');
        if (decimals >= 0) ++decimals;
    }
    for (int given{std::max(decimals, 0)}; given < 2; ++given) value *= 10;
    return value;
}

void Node::put(std::string key, Node value)
{
    keys.push_back(std::move(key));
    items.push_back(std::move(value));
}

bool Node::operator==(const Node& other) const
{
    if (kind != other.kind || truth != other.truth || text != other.text) return false;
    if (kind != Kind::table) return items == other.items;
    if (keys.size() != other.keys.size()) return false;
    for (std::size_t index{0}; index < keys.size(); ++index) {
        const Node* const twin{other.find(keys[index])};
        if (twin == nullptr || !(items[index] == *twin)) return false;
    }
    return true;
}

Node text_node(std::string text)
{
    Node node;
    node.kind = Node::Kind::text;
    node.text = std::move(text);
    return node;
}

Node whole_node(std::int64_t number)
{
    Node node;
    node.kind = Node::Kind::number;
    node.text = std::to_string(number);
    return node;
}

Node truth_node(bool truth)
{
    Node node;
    node.kind = Node::Kind::truth;
    node.truth = truth;
    return node;
}

Node list_node()
{
    Node node;
    node.kind = Node::Kind::list;
    return node;
}

Node table_node()
{
    Node node;
    node.kind = Node::Kind::table;
    return node;
}

Result<Node> read_document(std::string_view text)
{
    if (text.size() > document_bytes_max) return refuse("document.too_large", std::to_string(text.size()) + " bytes");
    Builder builder;
    nlohmann::json::sax_parse(text.begin(), text.end(), &builder);
    if (builder.refusal) return refuse(*builder.refusal);
    return std::move(builder.root);
}

std::string write_document(const Node& node)
{
    return json_of(node).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

} // namespace guitai::pricing

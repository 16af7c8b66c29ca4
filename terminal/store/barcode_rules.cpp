#include "terminal/store/barcode_rules.hpp"

#include <toml++/toml.h>

#include <fstream>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace guitai {
namespace {

constexpr std::uintmax_t file_bytes_max{100'000};

std::optional<InStoreKind> kind_of(std::string_view word)
{
    if (word == "weight") return InStoreKind::weight;
    if (word == "price") return InStoreKind::price;
    if (word == "quantity") return InStoreKind::quantity;
    return std::nullopt;
}

// One [[rule]], read key by key; the first thing wrong is kept with its line.
class RuleReader {
public:
    explicit RuleReader(const toml::table& table) : m_table{table} {}

    [[nodiscard]] std::vector<InStoreRule> read()
    {
        InStoreRule rule;
        rule.name = text("name", "");
        rule.item_digits = number("item_digits", 5);
        rule.length = number("length", 13);
        rule.skip_digits = number("skip_digits", 0);
        rule.value_digits = number("value_digits", 0);
        const std::string kind{text("kind", "weight")};
        if (const auto known = kind_of(kind)) rule.kind = *known;
        else say(*m_table.get("kind"), "kind is weight, price or quantity");
        rule.decimals = static_cast<int>(number("decimals", rule.kind == InStoreKind::price ? 2 : 3));
        if (flag("inner_check")) rule.inner_check = InnerCheck::before_value;
        refuse_strangers();
        std::vector<InStoreRule> rules;
        for (const std::string& prefix : prefixes()) {
            rule.prefix = prefix;
            rules.push_back(rule);
        }
        return rules;
    }
    // Empty: all is well.
    [[nodiscard]] const std::string& wrong() const { return m_wrong; }

private:
    void say(const toml::node& at, const std::string& what)
    {
        if (m_wrong.empty()) m_wrong = "line " + std::to_string(at.source().begin.line) + ": " + what;
    }

    std::string text(std::string_view key, std::string_view otherwise)
    {
        const toml::node* const node{m_table.get(key)};
        if (node == nullptr) return std::string{otherwise};
        if (const auto value = node->value_exact<std::string>()) return *value;
        say(*node, std::string{key} + " is a text");
        return std::string{otherwise};
    }

    std::size_t number(std::string_view key, std::size_t otherwise)
    {
        constexpr std::int64_t most{99};
        const toml::node* const node{m_table.get(key)};
        if (node == nullptr) return otherwise;
        const auto value = node->value_exact<std::int64_t>();
        if (value && *value >= 0 && *value <= most) return static_cast<std::size_t>(*value);
        say(*node, std::string{key} + " is a number from 0 to " + std::to_string(most));
        return otherwise;
    }

    bool flag(std::string_view key)
    {
        const toml::node* const node{m_table.get(key)};
        if (node == nullptr) return false;
        if (const auto value = node->value_exact<bool>()) return *value;
        say(*node, std::string{key} + " is true or false");
        return false;
    }

    std::vector<std::string> prefixes()
    {
        const toml::node* const node{m_table.get("prefix")};
        if (node == nullptr) {
            say(m_table, "a rule needs a prefix");
            return {};
        }
        if (const auto one = node->value_exact<std::string>()) return {*one};
        std::vector<std::string> several;
        if (const toml::array* const list = node->as_array()) {
            for (const toml::node& item : *list) {
                if (const auto prefix = item.value_exact<std::string>()) several.push_back(*prefix);
                else say(item, "a prefix is digits in quotes");
            }
        }
        if (several.empty()) say(*node, "prefix is digits in quotes, or a list of them");
        return several;
    }

    void refuse_strangers()
    {
        static const std::set<std::string_view> known{"name",        "prefix", "item_digits", "kind",        "decimals",
                                                      "inner_check", "length", "skip_digits", "value_digits"};
        for (const auto& [key, node] : m_table) {
            if (known.count(key.str()) == 0) say(node, std::string{key.str()} + " is no word of a rule");
        }
    }

    const toml::table& m_table;
    std::string m_wrong;
};

Result<void> read_rule(const toml::node& node, const std::string& where, std::vector<InStoreRule>& rules)
{
    const toml::table* const table{node.as_table()};
    if (table == nullptr) return refuse("barcodes.bad_file", where + ": rules are written as [[rule]]");
    RuleReader reader{*table};
    const std::vector<InStoreRule> read{reader.read()};
    if (!reader.wrong().empty()) return refuse("barcodes.bad_file", where + " " + reader.wrong());
    for (const InStoreRule& rule : read) {
        if (auto good = check_rule(rule); !good) {
            const std::string line{std::to_string(table->source().begin.line)};
            return refuse("barcodes.bad_rule", where + " line " + line + ": " + good.error().detail);
        }
        rules.push_back(rule);
    }
    if (rules.size() > in_store_rules_max) return refuse("barcodes.bad_file", where + ": more than 100 rules");
    return {};
}

} // namespace

Result<std::vector<InStoreRule>> read_barcode_rules(const std::filesystem::path& file)
{
    std::error_code error;
    if (!std::filesystem::exists(file, error)) return default_in_store_rules();
    const std::string where{file.filename().string()};
    const auto bytes = std::filesystem::file_size(file, error);
    if (error || bytes > file_bytes_max) return refuse("barcodes.bad_file", where + " can not be read");
    std::ifstream in{file, std::ios::binary};
    if (!in) return refuse("barcodes.bad_file", where + " can not be read");
    const std::string content{std::istreambuf_iterator<char>{in}, {}};
    std::vector<InStoreRule> rules;
    try {
        const toml::table table{toml::parse(content)};
        for (const auto& [key, node] : table) {
            const toml::array* const list{key.str() == "rule" ? node.as_array() : nullptr};
            if (list == nullptr) {
                const std::string line{std::to_string(node.source().begin.line)};
                return refuse("barcodes.bad_file", where + " line " + line + ": rules are written as [[rule]]");
            }
            for (const toml::node& rule : *list) {
                if (auto read = read_rule(rule, where, rules); !read) return refuse(read.error());
            }
        }
    } catch (const toml::parse_error& wrong) {
        return refuse("barcodes.bad_file", where + " line " + std::to_string(wrong.source().begin.line) + ": " +
                                               std::string{wrong.description()});
    }
    return rules;
}

} // namespace guitai

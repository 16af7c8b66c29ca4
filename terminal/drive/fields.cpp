#include "terminal/drive/fields.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>

namespace guitai::drive {
namespace {

using Json = nlohmann::json;

// Builds the tree by hand: the library's own would round numbers, take any depth
// and let the last of two equal names win.
class Builder final : public nlohmann::json_sax<Json> {
public:
    bool null() override { return put({}); }
    bool boolean(bool value) override { return put({.kind = Value::Kind::truth, .text = value ? "true" : "false"}); }
    bool number_integer(number_integer_t value) override { return put_number(std::to_string(value)); }
    bool number_unsigned(number_unsigned_t value) override { return put_number(std::to_string(value)); }
    bool number_float(number_float_t, const string_t& written) override { return put_number(written); }
    bool string(string_t& value) override { return put({.kind = Value::Kind::text, .text = value}); }
    bool binary(binary_t&) override { return fail("binary"); }

    bool start_object(std::size_t) override { return open(Value::Kind::object); }
    bool start_array(std::size_t) override { return open(Value::Kind::array); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(string_t& name) override
    {
        auto& names = m_open.back().names;
        if (std::find(names.begin(), names.end(), name) != names.end()) return fail("the name " + name + " twice");
        names.push_back(name);
        return true;
    }
    bool parse_error(std::size_t place, const std::string&, const nlohmann::detail::exception&) override
    {
        return fail("no JSON at byte " + std::to_string(place));
    }

    [[nodiscard]] const std::string& problem() const { return m_problem; }
    [[nodiscard]] Value take() { return std::move(m_root); }

private:
    bool fail(std::string problem)
    {
        if (m_problem.empty()) m_problem = std::move(problem);
        return false;
    }
    bool put_number(std::string written) { return put({.kind = Value::Kind::number, .text = std::move(written)}); }
    bool put(Value value)
    {
        if (m_open.empty()) m_root = std::move(value);
        else m_open.back().items.push_back(std::move(value));
        return true;
    }
    bool open(Value::Kind kind)
    {
        if (m_open.size() == static_cast<std::size_t>(depth_max)) return fail("too deep");
        m_open.push_back({.kind = kind});
        return true;
    }
    bool close()
    {
        Value value{std::move(m_open.back())};
        m_open.pop_back();
        return put(std::move(value));
    }

    Value m_root;
    std::vector<Value> m_open;
    std::string m_problem;
};

std::optional<std::int64_t> whole_number(std::string_view written)
{
    std::int64_t value{0};
    const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), value);
    if (error != std::errc{} || end != written.data() + written.size()) return std::nullopt;
    return value;
}

std::optional<Denomination> denomination(std::string_view value_minor, std::string_view count)
{
    const auto value = whole_number(value_minor);
    const auto pieces = whole_number(count);
    if (!value || !pieces || !Money::fits(*value)) return std::nullopt;
    Denomination read;
    read.value = Money::from_minor(*value);
    read.count = *pieces;
    return read;
}

// Of an object, where it is a number; else "", which is no number either.
std::string number_in(const Value& object, std::string_view name)
{
    for (std::size_t at{0}; at < object.names.size(); ++at) {
        if (object.names[at] == name && object.items[at].kind == Value::Kind::number) return object.items[at].text;
    }
    return {};
}

// {"name": …, "percent": …}, with up to two decimals.
std::optional<GuideShare> guide_share(const Value& item)
{
    constexpr std::int64_t milli_per_basis_point{10};
    GuideShare share;
    for (std::size_t at{0}; at < item.names.size(); ++at) {
        const Value& part{item.items[at]};
        if (item.names[at] == "name" && part.kind == Value::Kind::text) share.staff = {part.text};
        if (item.names[at] != "percent" || part.kind != Value::Kind::number) continue;
        const auto percent = parse_quantity(part.text);
        if (!percent || percent->milli() % milli_per_basis_point != 0) return std::nullopt;
        share.share = {percent->milli() / milli_per_basis_point};
    }
    if (share.staff.empty() || share.share.value == 0) return std::nullopt;
    return share;
}

} // namespace

Result<Fields> Fields::parse(std::string_view line)
{
    if (line.size() > line_bytes_max) return refuse("drive.unreadable", "longer than 1,000,000 bytes");
    Builder builder;
    if (!Json::sax_parse(line, &builder)) return refuse("drive.unreadable", builder.problem());
    Fields fields;
    fields.m_object = builder.take();
    if (fields.m_object.kind != Value::Kind::object) return refuse("drive.unreadable", "no object");
    return fields;
}

std::string Fields::text(std::string_view name)
{
    const Value* const value{find(name, Value::Kind::text)};
    if (value == nullptr) return {};
    // Nothing a person types holds a NUL, and much that reads it would stop there.
    if (value->text.find('\0') != std::string::npos) {
        say_bad(name);
        return {};
    }
    return value->text;
}

std::string Fields::text_or(std::string_view name, std::string_view otherwise)
{
    return has(name) ? text(name) : std::string{otherwise};
}

bool Fields::truth(std::string_view name)
{
    const Value* const value{find(name, Value::Kind::truth)};
    return value != nullptr && value->text == "true";
}

std::int64_t Fields::integer(std::string_view name)
{
    const Value* const value{find(name, Value::Kind::number)};
    if (value == nullptr) return 0;
    const auto whole = whole_number(value->text);
    if (!whole) say_bad(name);
    return whole.value_or(0);
}

std::int64_t Fields::integer_or(std::string_view name, std::int64_t otherwise)
{
    return has(name) ? integer(name) : otherwise;
}

Money Fields::money(std::string_view name)
{
    const std::int64_t minor{integer(name)};
    if (Money::fits(minor)) return Money::from_minor(minor);
    say_bad(name);
    return {};
}

Money Fields::money_or(std::string_view name, Money otherwise) { return has(name) ? money(name) : otherwise; }

Quantity Fields::quantity(std::string_view name)
{
    const Value* const value{find(name, Value::Kind::number)};
    if (value == nullptr) return {};
    const auto read = parse_quantity(value->text);
    if (!read) say_bad(name);
    return read.value_or(Quantity{});
}

Quantity Fields::quantity_or(std::string_view name, Quantity otherwise)
{
    return has(name) ? quantity(name) : otherwise;
}

BasisPoints Fields::percent_or(std::string_view name, BasisPoints otherwise)
{
    constexpr std::int64_t milli_per_basis_point{10};
    if (!has(name)) return otherwise;
    const std::int64_t milli{quantity(name).milli()};
    if (milli % milli_per_basis_point != 0) say_bad(name);
    return BasisPoints{milli / milli_per_basis_point};
}

std::vector<Denomination> Fields::denominations(std::string_view name)
{
    std::vector<Denomination> list;
    const Value* const value{find(name)};
    if (value == nullptr) return list;
    for (std::size_t at{0}; at < value->items.size(); ++at) {
        const Value& item{value->items[at]};
        const bool by_name{value->kind == Value::Kind::object && item.kind == Value::Kind::number};
        const auto read = by_name ? denomination(value->names[at], item.text)
                                  : denomination(number_in(item, "value_minor"), number_in(item, "count"));
        if (!read) {
            say_bad(name);
            return {};
        }
        list.push_back(*read);
    }
    if (value->kind != Value::Kind::array && value->kind != Value::Kind::object) say_bad(name);
    return list;
}

std::vector<GuideShare> Fields::guides(std::string_view name)
{
    std::vector<GuideShare> list;
    const Value* const value{find(name)};
    if (value == nullptr) return list;
    if (value->kind != Value::Kind::array) say_bad(name);
    for (const Value& item : value->items) {
        const auto share = guide_share(item);
        if (!share) {
            say_bad(name);
            return {};
        }
        list.push_back(*share);
    }
    return list;
}

void Fields::say_bad(std::string_view name)
{
    if (m_bad.empty()) m_bad = name;
}

const Value* Fields::find(std::string_view name) const
{
    for (std::size_t at{0}; at < m_object.names.size(); ++at) {
        if (m_object.names[at] != name) continue;
        const Value& value{m_object.items[at]};
        return value.kind == Value::Kind::nothing ? nullptr : &value;
    }
    return nullptr;
}

const Value* Fields::find(std::string_view name, Value::Kind kind)
{
    const Value* const value{find(name)};
    if (value != nullptr && value->kind == kind) return value;
    say_bad(name);
    return nullptr;
}

} // namespace guitai::drive

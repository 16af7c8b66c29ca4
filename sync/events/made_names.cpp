#include "sync/events/made_names.hpp"

#include <nlohmann/json.hpp>

#include <cctype>
#include <charconv>

namespace guitai {
namespace {

// Counts are written with at least so many digits: a date or a sum has less behind a dash.
constexpr std::ptrdiff_t digits_min{5};

bool is_letter_or_digit(char letter) { return std::isalnum(static_cast<unsigned char>(letter)) != 0; }

// Of what stands before the till's number; 0: it is no name.
char series_before(std::string_view before)
{
    if (before.empty()) return 0;
    const char last{before.back()};
    if (last == '-') return before.size() > 1 && is_letter_or_digit(before[before.size() - 2]) ? 'S' : '\0';
    const bool stands_alone{before.size() == 1 || !is_letter_or_digit(before[before.size() - 2])};
    return (last == 'M' || last == 'N' || last == 'C') && stands_alone ? last : '\0';
}

// `rest` is what follows the dash behind the number; reads the rest of the name.
bool read_count(std::string_view rest, MadeName& name)
{
    if (name.series == 'S' && !rest.empty() && std::string_view{"DRVFB"}.find(rest.front()) != std::string_view::npos) {
        name.series = rest.front();
        rest.remove_prefix(1);
    }
    const auto [end, failed] = std::from_chars(rest.data(), rest.data() + rest.size(), name.count);
    return failed == std::errc{} && rest.front() != '-' && end - rest.data() >= digits_min;
}

} // namespace

std::vector<MadeName> names_made_by(TillNumber till, std::string_view text)
{
    const std::string number{std::to_string(till) + "-"};
    std::vector<MadeName> names;
    for (auto at = text.find(number); at != std::string_view::npos; at = text.find(number, at + 1)) {
        MadeName name{at, series_before(text.substr(0, at)), 0};
        if (name.series != 0 && read_count(text.substr(at + number.size()), name)) names.push_back(name);
    }
    return names;
}

std::string renamed(std::string_view text, TillNumber till,
                    const std::function<TillNumber(const MadeName&)>& number_for)
{
    const std::size_t digits{std::to_string(till).size()};
    std::string other;
    std::size_t copied{0};
    for (const MadeName& name : names_made_by(till, text)) {
        other.append(text.substr(copied, name.at - copied)).append(std::to_string(number_for(name)));
        copied = name.at + digits;
    }
    return other.append(text.substr(copied));
}

Result<std::string> retold(std::string_view line, TillNumber origin, std::int64_t number)
{
    auto json = nlohmann::ordered_json::parse(line, nullptr, false);
    if (!json.is_object()) return refuse("event.unreadable", "not an object");
    json.erase("was");
    json["origin"] = origin;
    json["number"] = number;
    return json.dump();
}

} // namespace guitai

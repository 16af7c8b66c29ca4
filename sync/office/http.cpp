#include "sync/office/http.hpp"

#include "sync/catalogue/encoding.hpp"

#include <charconv>

namespace guitai::office {
namespace {

int digit(char letter)
{
    if (letter >= '0' && letter <= '9') return letter - '0';
    if (letter >= 'a' && letter <= 'f') return letter - 'a' + 10;
    if (letter >= 'A' && letter <= 'F') return letter - 'A' + 10;
    return -1;
}

enum class Plus { itself, space };

std::optional<std::string> unescaped(std::string_view text, Plus plus)
{
    std::string plain;
    for (std::size_t i{0}; i < text.size(); ++i) {
        if (text[i] == '+' && plus == Plus::space) {
            plain += ' ';
        } else if (text[i] == '%') {
            if (i + 2 >= text.size()) return std::nullopt;
            const int high{digit(text[i + 1])};
            const int low{digit(text[i + 2])};
            if (high < 0 || low < 0 || (high == 0 && low == 0)) return std::nullopt;
            plain += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            plain += text[i];
        }
    }
    return plain;
}

bool is_text(std::string_view text)
{
    return first_bad_utf8(text) == std::string_view::npos;
}

std::string_view cut(std::string_view& text, char at)
{
    const auto end = text.find(at);
    const auto part = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    return part;
}

} // namespace

std::string_view Request::header(std::string_view name) const
{
    const auto found = headers.find(name);
    return found == headers.end() ? std::string_view{} : std::string_view{found->second};
}

Response see_other(std::string place)
{
    Response response;
    response.status = 303;
    response.type = "text/plain; charset=utf-8";
    response.headers.emplace_back("Location", std::move(place));
    return response;
}

std::string Target::value(std::string_view name) const
{
    const auto found = query.find(name);
    return found == query.end() ? std::string{} : found->second;
}

std::multimap<std::string, std::string, std::less<>> parse_form(std::string_view text)
{
    std::multimap<std::string, std::string, std::less<>> form;
    while (!text.empty()) {
        std::string_view pair{cut(text, '&')};
        const auto name = unescaped(cut(pair, '='), Plus::space);
        const auto value = unescaped(pair, Plus::space);
        if (name && value && !name->empty() && is_text(*name) && is_text(*value)) form.emplace(*name, *value);
    }
    return form;
}

std::optional<Target> parse_target(std::string_view target)
{
    if (target.empty() || target.front() != '/') return std::nullopt;
    Target parsed;
    std::string_view path{cut(target, '?')};
    path.remove_prefix(1);
    while (!path.empty()) {
        const auto part = unescaped(cut(path, '/'), Plus::itself);
        if (!part || !is_text(*part)) return std::nullopt;
        parsed.path.push_back(*part);
    }
    parsed.query = parse_form(target);
    return parsed;
}

std::string escaped(std::string_view text)
{
    constexpr std::string_view digits{"0123456789ABCDEF"};
    constexpr std::string_view kept{"-_.~"};
    std::string safe;
    for (const char letter : text) {
        const auto byte = static_cast<unsigned char>(letter);
        const bool plain{(byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z')};
        if (plain || kept.find(letter) != std::string_view::npos) {
            safe += letter;
        } else {
            safe += '%';
            safe += digits[byte >> 4U];
            safe += digits[byte & 0xFU];
        }
    }
    return safe;
}

std::optional<std::int64_t> whole_number(std::string_view text)
{
    std::int64_t number{0};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

} // namespace guitai::office

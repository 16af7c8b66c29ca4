#include "sync/office/console/renderer.hpp"

#include <fmt/format.h>
#include <kainjow/mustache.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>

namespace guitai::office {
namespace {

namespace mustache = kainjow::mustache;
using WordTable = std::map<std::string, std::string, std::less<>>;

constexpr const char* bootstrap_file{"/usr/share/javascript/bootstrap5/css/bootstrap.min.css"};

std::optional<std::string> read(const std::filesystem::path& path)
{
    std::ifstream file{path, std::ios::binary};
    if (!file) return std::nullopt;
    return std::string{std::istreambuf_iterator<char>{file}, {}};
}

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

// Lines of "key = words"; empty lines and # are for people.
WordTable read_words(std::string_view text)
{
    WordTable table;
    while (!text.empty()) {
        const auto end = text.find('\n');
        const std::string_view line{trimmed(text.substr(0, end))};
        const auto equals = line.find('=');
        if (!line.empty() && line.front() != '#' && equals != std::string_view::npos) {
            table.emplace(trimmed(line.substr(0, equals)), trimmed(line.substr(equals + 1)));
        }
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    }
    return table;
}

std::string word_in(const WordTable& table, std::string_view key)
{
    const auto found = table.find(key);
    return found == table.end() ? std::string{key} : found->second;
}

std::string with_words(std::string_view text, const WordTable& table)
{
    std::string done;
    while (true) {
        const auto open = text.find("[[");
        const auto close = open == std::string_view::npos ? open : text.find("]]", open);
        if (close == std::string_view::npos) return done.append(text);
        done.append(text.substr(0, open));
        done += mustache::html_escape(word_in(table, text.substr(open + 2, close - open - 2)));
        text = text.substr(close + 2);
    }
}

mustache::data data_of(const PageData& page)
{
    mustache::data data{mustache::data::type::object};
    for (const auto& [name, text] : page.texts) data.set(name, text);
    for (const auto& [name, rows] : page.lists) {
        mustache::data list{mustache::data::type::list};
        for (const PageData& row : rows) list.push_back(data_of(row));
        data.set(name, list);
    }
    return data;
}

} // namespace

struct Renderer::Inside {
    std::map<Language, WordTable> words;
    std::map<std::pair<Language, std::string>, std::string> templates;
    std::map<std::string, std::string, std::less<>> assets; // Style sheets and scripts.

    [[nodiscard]] std::string render(Language language, const std::string& name, const PageData& data) const
    {
        const auto found = templates.find({language, name});
        if (found == templates.end()) throw std::runtime_error{fmt::format("the console has no page {}", name)};
        // A template remembers where it is while it renders, so each rendering has its own.
        mustache::mustache page{found->second};
        return page.render(data_of(data));
    }
};

std::string_view code_of(Language language)
{
    return language == Language::chinese ? "zh_CN" : "en";
}

Renderer::Renderer(std::unique_ptr<Inside> inside) : m_inside{std::move(inside)} {}
Renderer::~Renderer() = default;

Result<std::unique_ptr<Renderer>> Renderer::load(const std::string& folder)
{
    auto inside = std::make_unique<Inside>();
    for (const Language language : languages) {
        const auto path = std::filesystem::path{folder} / fmt::format("words.{}", code_of(language));
        const auto text = read(path);
        if (!text) return refuse("console.no_assets", fmt::format("{} is missing", path.string()));
        inside->words[language] = read_words(*text);
    }
    for (const auto& entry : std::filesystem::directory_iterator{folder}) {
        const auto text = read(entry.path());
        if (!text) continue;
        const auto extension = entry.path().extension();
        if (extension == ".css" || extension == ".js") inside->assets[entry.path().filename().string()] = *text;
        if (extension != ".html") continue;
        for (const Language language : languages) {
            inside->templates[{language, entry.path().stem().string()}] = with_words(*text, inside->words[language]);
        }
    }
    if (inside->templates.count({Language::chinese, "layout"}) == 0) {
        return refuse("console.no_assets", fmt::format("{}/layout.html is missing", folder));
    }
    if (auto bootstrap = read(bootstrap_file)) inside->assets["bootstrap.css"] = std::move(*bootstrap);
    return std::unique_ptr<Renderer>{new Renderer{std::move(inside)}};
}

std::string Renderer::page(Language language, const std::string& name, PageData data,
                           const std::string& frame) const
{
    data.set("language", language == Language::chinese ? "zh-CN" : "en");
    data.when("chinese", language == Language::chinese).when("english", language == Language::english);
    std::string content{m_inside->render(language, name, data)};
    data.set("content", std::move(content));
    return m_inside->render(language, frame, data);
}

std::string Renderer::word(Language language, std::string_view key) const
{
    return word_in(m_inside->words.at(language), key);
}

const std::string* Renderer::asset(std::string_view name) const
{
    const auto found = m_inside->assets.find(name);
    return found == m_inside->assets.end() ? nullptr : &found->second;
}

} // namespace guitai::office

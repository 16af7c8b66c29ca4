// Pages from templates. A template is HTML with {{values}}, escaped, and [[words]],
// which are written into it once for each language. The only file that knows the
// template library is its .cpp.
#pragma once

#include "sync/events/result.hpp"
#include "sync/office/console/page.hpp"

#include <array>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace guitai::office {

enum class Language { chinese, english };
inline constexpr std::array languages{Language::chinese, Language::english};

// "zh_CN" or "en".
[[nodiscard]] std::string_view code_of(Language language);

class Renderer {
public:
    // Reads `folder`: words.zh_CN, words.en and every *.html, *.css and *.js. Refuses
    // console.no_assets, naming the file. Bootstrap is taken from Debian's package.
    [[nodiscard]] static Result<std::unique_ptr<Renderer>> load(const std::string& folder);
    ~Renderer();
    Renderer(const Renderer&) = delete;
    Renderer& operator=(const Renderer&) = delete;

    // The page inside its frame: layout.html, or another template. Any thread.
    [[nodiscard]] std::string page(Language language, const std::string& name, PageData data,
                                   const std::string& frame = "layout") const;
    // The word of that key; the key itself where there is none.
    [[nodiscard]] std::string word(Language language, std::string_view key) const;
    // A style sheet or a script, or nothing.
    [[nodiscard]] const std::string* asset(std::string_view name) const;

private:
    struct Inside;
    explicit Renderer(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> m_inside;
};

} // namespace guitai::office
